import { compareList, getRoster, makeRosterTasks } from "@/lib/services/rosters";
import { demoId } from "./id";
import { dayAgo, type Scene, type Stage, unitsOf } from "./stage";

/** Who could read MESA's folder: Chidi still could, Dana could not, and nobody knew the last one. */
const MEMBERS = `ana.ruiz@demo.gatebook.example
bo.lindqvist@demo.gatebook.example
chidi.okafor@demo.gatebook.example
guest17@cluster.example`;

/** Bo compared the group of MESA's folder with who may open the data, and took one line on. */
export function rosterScenes(stage: Stage): Scene[] {
  const play = async () => {
    const actor = await stage.actor("bo", 5);
    const { id } = await compareList(actor, {
      ...{ commandId: demoId("roster", "mesa"), place: "Group mesa-readers on the cluster" },
      ...{ unitIds: await unitsOf("dbgap", ["phs000209.c1"]), takenOn: dayAgo(stage, 5) },
      list: MEMBERS,
    });
    const { lines } = await getRoster(actor, id);
    const positions = lines
      .filter(({ verdict }) => verdict === "extra")
      .map(({ position }) => position);
    await makeRosterTasks(actor, { rosterId: id, positions, ownerId: actor.personId });
  };
  return [{ daysAgo: 5, play }];
}

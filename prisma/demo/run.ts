import type { Day } from "@/lib/dates/day";
import { closingScenes } from "./closing";
import { copyScenes } from "./copies";
import { correspondenceScenes } from "./correspondence";
import { holdingScenes } from "./hold";
import { importScenes } from "./import";
import { incidentScenes } from "./incident";
import { libraryScenes } from "./library-scenes";
import { outputScenes } from "./outputs";
import { purposeScenes } from "./purposes";
import { renewalScenes } from "./renewals";
import { requestScenes } from "./requests";
import { rosterScenes } from "./roster";
import type { Stage } from "./stage";
import { demoTeam } from "./team";
import { versionScenes } from "./version";

/**
 * Tells the demo team's stories through the services that members use, so that every date, duty
 * and line of history is a real one. Ids come from the stories' words: telling them again changes
 * nothing, and a run that was cut off goes on where it stopped.
 */
export async function seedDemo(today: Day): Promise<void> {
  const stage: Stage = { today, ...(await demoTeam(today)) };
  const scenes = [
    ...[...purposeScenes(stage), ...holdingScenes(stage), ...libraryScenes(stage)],
    ...[...requestScenes(stage), ...renewalScenes(stage), ...correspondenceScenes(stage)],
    ...[...copyScenes(stage), ...outputScenes(stage), ...closingScenes(stage)],
    ...[...incidentScenes(stage), ...versionScenes(stage)],
    ...[...importScenes(stage), ...rosterScenes(stage)],
  ];
  // As it happened, so that the team's history reads in order.
  for (const scene of scenes.toSorted((a, b) => b.daysAgo - a.daysAgo)) await scene.play();
}

import { incidentPrefix } from "@/lib/incidents/subject";
import { settleDuty } from "@/lib/services/duties";
import { closeIncident, recordIncident, setMeasures } from "@/lib/services/incidents";
import { inTeam } from "@/lib/services/transaction";
import type { Member } from "@/lib/team/actor";
import { demoId } from "./id";
import { dayAgo, type Scene, type Stage, unitsOf } from "./stage";

/** What the archive was told, by kind of duty. */
const TOLD: readonly { kind: string; daysAgo: number; how: string }[] = [
  {
    kind: "dbgap_incident_notice",
    daysAgo: 14,
    how: "Ana and Frank wrote to the committee at noon.",
  },
  {
    kind: "dbgap_incident_report",
    daysAgo: 13,
    how: "The report went to the committee with the IT department's log.",
  },
];

const MEASURES =
  "The laptop came back the same evening. Its disk is encrypted and the log shows no start in between. Tables now stay on the cluster; laptops show them through a session.";

/** A laptop left on a train two weeks ago, what was told to whom, and how it ended. */
export function incidentScenes(stage: Stage): Scene[] {
  return [
    { daysAgo: 14, play: async () => void (await note(stage)) },
    ...TOLD.map((duty) => ({ daysAgo: duty.daysAgo, play: () => tell(stage, duty) })),
    { daysAgo: 12, play: () => close(stage) },
  ];
}

async function note(stage: Stage): Promise<number> {
  const { number } = await recordIncident(await stage.actor("bo", 14), {
    commandId: demoId("incident"),
    incident: {
      ...{ kind: "lost_device", title: "Laptop left on a train" },
      what: "Dana left the laboratory's laptop on the evening train. On it was a table of calcium scores, one row a participant, in an encrypted folder.",
      ...{ measures: "The railway was called and the laptop's sign-in closed." },
      ...{ happenedOn: dayAgo(stage, 15), knownOn: dayAgo(stage, 14), knownTime: "08:10" },
      ...{ foundById: stage.people.dana, unitIds: await unitsOf("dbgap", ["phs000209.c1"]) },
    },
  });
  return number;
}

async function read(actor: Member, number: number) {
  return inTeam(actor, (tx) =>
    tx.incident.findFirstOrThrow({ where: { teamId: actor.teamId, number } }),
  );
}

async function tell(stage: Stage, { kind, daysAgo, how }: (typeof TOLD)[number]): Promise<void> {
  const actor = await stage.actor("ana", daysAgo);
  const incident = await read(actor, await note(stage));
  const subject = { startsWith: incidentPrefix(incident.id) };
  const duties = await inTeam(actor, (tx) =>
    tx.obligation.findMany({ where: { teamId: actor.teamId, kind, state: "open", subject } }),
  );
  const doneOn = dayAgo(stage, daysAgo);
  for (const { id } of duties) await settleDuty(actor, { id, doneOn, how });
}

async function close(stage: Stage): Promise<void> {
  const actor = await stage.actor("ana", 12);
  const { id, version, closedOn } = await read(actor, await note(stage));
  if (closedOn) return;
  await setMeasures(actor, { id, version, measures: MEASURES });
  const why = "The committee answered that nothing more is needed.";
  await closeIncident(actor, { id, version: version + 1, why });
}

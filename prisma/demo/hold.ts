import { addDays } from "@/lib/dates/day";
import { typeById } from "@/lib/people/qualification-types";
import { findMove } from "@/lib/requests/lifecycle";
import { recordIdentity } from "@/lib/services/identities";
import {
  listQualifications,
  moveQualification,
  recordQualification,
} from "@/lib/services/qualifications";
import { ACCOUNTS, type DemoAccount, type DemoHolding, HOLDINGS } from "./holdings";
import { demoId } from "./id";
import { paper, type Scene, type Stage } from "./stage";

/** How accounts and qualifications came about, each step on its day. */
export function holdingScenes(stage: Stage): Scene[] {
  return [
    ...ACCOUNTS.map((account) => ({
      daysAgo: account.recordedDaysAgo,
      play: () => recordAccount(stage, account),
    })),
    ...HOLDINGS.flatMap((holding) =>
      holding.steps.map((step, index) => ({
        daysAgo: step.daysAgo,
        play: () => takeStep(stage, holding, index),
      })),
    ),
  ];
}

async function recordAccount(stage: Stage, account: DemoAccount): Promise<void> {
  const { person, scheme, value, verifiedDaysAgo } = account;
  const actor = await stage.actor(person, account.recordedDaysAgo);
  await recordIdentity(actor, {
    commandId: demoId("account", scheme, value),
    personId: stage.people[person],
    scheme,
    documentId: null,
    identity: {
      value,
      verifiedOn: verifiedDaysAgo === null ? null : addDays(stage.today, -verifiedDaysAgo),
      endsOn: null,
    },
  });
}

async function takeStep(stage: Stage, holding: DemoHolding, index: number): Promise<void> {
  const step = holding.steps[index] ?? holding.steps[0];
  const actor = await stage.actor(step.by, step.daysAgo);
  const personId = holding.person && stage.people[holding.person];
  const type = typeById(holding.type);
  const move = type && findMove(type.lifecycle, step.move);
  if (!move) throw new Error(`The demo has no move ${step.move} of ${holding.type}`);
  const name = [holding.type, holding.person ?? "institution", String(holding.steps[0].daysAgo)];
  const { id } = await recordQualification(actor, {
    commandId: demoId(...name),
    ...{ type: holding.type, step: "", personId, unitId: null, requestId: null, documentId: null },
    qualification: {
      ...{ since: addDays(stage.today, -step.daysAgo), completedOn: null, startsOn: null },
      ...{ reportEndsOn: null, endsOn: null, reference: "", answers: {} },
    },
  });
  const stored = (await listQualifications(actor, personId)).find((row) => row.id === id);
  const days = Object.entries(step.days ?? {}).map(([ask, daysAgo]) => [
    ask,
    addDays(stage.today, -daysAgo),
  ]);
  await moveQualification(actor, {
    commandId: demoId(...name, String(index)),
    id,
    version: stored?.version ?? 1,
    move: step.move,
    answers: {
      on: addDays(stage.today, -step.daysAgo),
      ...Object.fromEntries(days),
      ...step.answers,
    },
    documentId: step.proof ? await paper(actor, step.proof) : null,
  });
}

import { z } from "zod";
import type { Prisma } from "@/prisma/client/client";
import { headFunction, withPerson } from "../amendments/people";
import type { Answers, Section } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import { type Filing, readFilings } from "../requests/filing";
import type { TeamActor } from "../team/actor";
import { json, replaceFunctions } from "./draft-parts";
import type { Tx } from "./transaction";

/** Everything that the form of a request says now, as plain JSON. */
export async function formNow(
  tx: Tx,
  { teamId }: TeamActor,
  requestId: string,
): Promise<Prisma.InputJsonObject> {
  const { title, answers, items } = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: requestId } },
    select: {
      ...{ title: true, answers: true },
      items: { orderBy: { position: "asc" }, select: { id: true, answers: true } },
    },
  });
  return {
    title,
    answers: answers as Prisma.InputJsonObject,
    items: items as Prisma.InputJsonArray,
  };
}

/**
 * Writes the form of a request from the last of these filings and the changes of people that were
 * made since, with the people it names. Items that were no part of it keep their answers; without a
 * filing everything stays.
 */
export async function restoreForm(
  tx: Tx,
  actor: TeamActor,
  request: { id: string; archive: string; lifecycle: string },
  filed: unknown,
): Promise<void> {
  const { teamId } = actor;
  const filing = readFilings(filed).at(-1);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  if (!filing) return;
  const items = await tx.requestItem.findMany({
    where: { teamId, requestId: request.id },
    select: { id: true, unitId: true, personId: true, unit: { select: { code: true } } },
  });
  for (const item of items) {
    const was = filing.items.find(
      ({ unit, personId }) => unit === item.unit.code && personId === item.personId,
    );
    if (!was) continue;
    await tx.requestItem.updateMany({
      where: { id: item.id, teamId },
      data: { answers: json(was.answers) },
    });
  }
  const sections = archive.sections(request.lifecycle);
  const amendments = await readPeopleAmendments(tx, actor, [request.id]);
  const answers = answersInForce(sections, amendments.get(request.id) ?? [], filing);
  await tx.request.updateMany({
    where: { id: request.id, teamId },
    data: { title: filing.title, answers: json(answers) },
  });
  await replaceFunctions(tx, actor, request.id, { sections, answers }, items);
}

/**
 * What a filing said, with the people who joined or left the approval by amendments since, or until
 * the day before `before`.
 * @param amendments those of its request, as `readPeopleAmendments` gives them
 */
export function answersInForce(
  sections: readonly Section[],
  amendments: readonly PeopleAmendment[],
  filing: Pick<Filing, "on" | "answers">,
  before: Day | null = null,
): Answers {
  const head = headFunction(sections);
  return amendments
    .filter(({ on }) => on >= filing.on && (before === null || on < before))
    .reduce<Answers>((said, { change }) => {
      // A new head takes the place of the old one, and is no function that somebody chose.
      const held = change.function ?? head;
      return held ? withPerson(sections, said, { ...change, function: held }) : said;
    }, filing.answers);
}

const personChange = z.object({
  effect: z.enum(["add", "remove"]).default("add"),
  personId: z.uuid(),
  function: z
    .string()
    .optional()
    .transform((held) => held as PersonFunction | undefined),
});

/** Somebody joined or left what was approved, on a day. */
export interface PeopleAmendment {
  on: Day;
  change: z.output<typeof personChange>;
}

/** The people who joined or left the approvals of these requests by amendments that hold, oldest first. */
export async function readPeopleAmendments(
  tx: Tx,
  { teamId }: TeamActor,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PeopleAmendment[]>> {
  const rows = await tx.amendment.findMany({
    where: {
      ...{ teamId, requestId: { in: [...requestIds] } },
      ...{ kind: { in: ["people", "pi"] }, state: { in: ["approved", "recorded"] } },
      decidedOn: { not: null },
    },
    orderBy: [{ decidedOn: "asc" }, { number: "asc" }],
    select: { requestId: true, decidedOn: true, change: true },
  });
  const amendments = rows.flatMap(({ requestId, decidedOn, change }) => {
    const read = personChange.safeParse(change);
    if (!read.success || !decidedOn) return [];
    return { requestId, on: dayFromColumn(decidedOn), change: read.data };
  });
  return Map.groupBy(amendments, ({ requestId }) => requestId);
}

import type { QualificationType } from "../archives/qualification";
import { dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type { QualificationFacts } from "../people/qualification-checks";
import { readFacts } from "../people/qualification-facts";
import type {
  CorrectQualification,
  MoveQualification,
  QualificationTyped,
  RecordQualification,
  WaiveQualification,
} from "../people/qualification-forms";
import { readMove } from "../people/qualification-move";
import { QUALIFICATION_TYPES } from "../people/qualification-types";
import { checkMove, findMove, stepOf } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { authorise, authoriseFor } from "../team/permissions";
import { latestDay, todayFor } from "../team/today";
import { once } from "./commands";
import { loadNamedPerson } from "./named-people";
import { requirePaper } from "./proofs";
import {
  asQualification,
  columnsOf,
  holderName,
  QUALIFICATION,
  type QualificationRecord,
  refuseSecond,
  requireQualification,
  requireScope,
  requireType,
  subject,
  tell,
  toldFacts,
  updateRow,
} from "./qualification-rows";
import { inTeam, type Tx } from "./transaction";

/**
 * What a person holds and seeks, or the institution (`null`), type by type, newest first. Throws
 * NOT_FOUND for somebody who is not of the team.
 */
export async function listQualifications(
  actor: Member,
  personId: string | null,
): Promise<QualificationRecord[]> {
  authorise(actor, "person.read");
  return inTeam(actor, async (tx) => {
    await holderName(tx, actor, personId);
    const stored = await tx.qualification.findMany({
      where: { teamId: actor.teamId, personId },
      orderBy: [{ stepSince: "desc" }, { id: "desc" }],
      take: 1000,
      include: QUALIFICATION,
    });
    const order = QUALIFICATION_TYPES.map(({ id }) => id);
    return stored
      .map(asQualification)
      .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  });
}

/**
 * Records one of a type, in the step where it is found to stand. Members record their own.
 * @throws AppError INVALID at `type`, `step`, `unitId`, `requestId`, `qualification.<field>` or
 *   `documentId`; FORBIDDEN, NOT_FOUND
 */
export async function recordQualification(
  actor: Member,
  input: RecordQualification,
): Promise<{ id: string }> {
  authorise(actor, "qualification.record");
  const { teamId } = actor;
  const { personId, documentId, unitId, requestId } = input;
  return inTeam(actor, async (tx) => {
    const holder = await holderName(tx, actor, personId);
    authoriseFor(actor, "qualification.record", personId);
    const type = requireType(input.type, personId);
    const step = input.step || type.lifecycle.initial;
    return once(tx, actor, input.commandId, async () => {
      const typed = { step, personId, typed: input.qualification, was: null };
      const facts = await readTyped(tx, actor, type, typed);
      await requireScope(tx, actor, type, input);
      if (type.oneAtATime) await refuseSecond(tx, actor, type, personId);
      if (documentId) await requirePaper(tx, actor, documentId, type);
      const { id } = await tx.qualification.create({
        data: {
          ...{ teamId, personId, type: type.id, unitId, requestId, documentId },
          ...{ createdAt: actor.now, ...columnsOf(facts) },
        },
        select: { id: true },
      });
      const told = { ...toldFacts(facts), to: stepOf(type.lifecycle, step).label };
      await tell(tx, actor, "qualification.recorded", { id, type, holder }, told);
      return { id };
    });
  });
}

/**
 * Moves a qualification along its type's lifecycle; the same `commandId` twice moves once.
 * @throws AppError INVALID at `answers.<ask>` or `documentId`, CONFLICT when somebody was faster or
 *   the move is not open from where it stands, FORBIDDEN, NOT_FOUND
 */
export async function moveQualification(
  actor: Member,
  input: MoveQualification,
): Promise<{ version: number }> {
  authorise(actor, "qualification.record");
  return inTeam(actor, async (tx) => {
    const { personId } = await requireQualification(tx, actor, { id: input.id });
    authoriseFor(actor, "qualification.record", personId);
    return once(tx, actor, input.commandId, () => carryOut(tx, actor, input));
  });
}

async function carryOut(
  tx: Tx,
  actor: Member,
  input: MoveQualification,
): Promise<{ version: number }> {
  const { version, documentId } = input;
  const stored = await requireQualification(tx, actor, input);
  const type = requireType(stored.type, stored.personId);
  const move = findMove(type.lifecycle, input.move);
  if (!move) throw notFound("move");
  authorise(actor, move.permission);
  const row = asQualification(stored);
  const granted = stepOf(type.lifecycle, row.step).status === "approved";
  const checked = checkMove(type.lifecycle, move, [{ ...row, granted }], [row.id]);
  if (!checked.ok) throw new AppError("CONFLICT", checked.reason);
  const read = readMove(type, row, move, input.answers, calendarOf(actor));
  if (!read.ok) throw invalid(`answers.${read.field}`, read.message);
  if (documentId) await requirePaper(tx, actor, documentId, type);
  const { facts, answers, on } = read.value;
  await updateRow(tx, actor, stored, {
    ...columnsOf(facts),
    ...(documentId && { documentId }),
  });
  await tell(tx, actor, "qualification.moved", subject(stored, type), {
    ...{ move: move.id, label: move.label, on, answers },
    to: stepOf(type.lifecycle, move.to).label,
    ...(documentId && { documentId }),
  });
  return { version: version + 1 };
}

/**
 * Corrects what was typed wrongly: days, number, answers. Where it stands stays.
 * @throws AppError INVALID at `qualification.<field>`, CONFLICT with the stored one in
 *   `details.current`, FORBIDDEN, NOT_FOUND
 */
export async function correctQualification(
  actor: Member,
  input: CorrectQualification,
): Promise<void> {
  authorise(actor, "qualification.record");
  await inTeam(actor, async (tx) => {
    const stored = await requireQualification(tx, actor, input);
    authoriseFor(actor, "qualification.record", stored.personId);
    const type = requireType(stored.type, stored.personId);
    const row = asQualification(stored);
    const typed = {
      step: row.step,
      personId: stored.personId,
      typed: input.qualification,
      was: row,
    };
    const facts = await readTyped(tx, actor, type, typed);
    await updateRow(tx, actor, stored, columnsOf(facts));
    await tell(tx, actor, "qualification.corrected", subject(stored, type), {
      ...{ before: toldFacts(row), after: toldFacts(facts) },
    });
  });
}

/**
 * Holds one to be met although it is not there, up to a last day and for a reason; on a row that is
 * recorded, or on a new one that nobody has begun. A waiver is changed by waiving again.
 * @throws AppError INVALID at `type` where it is the archive's own condition, and as
 *   `recordQualification`; CONFLICT, FORBIDDEN, NOT_FOUND
 */
export async function waiveQualification(
  actor: Member,
  input: WaiveQualification,
): Promise<{ id: string }> {
  authorise(actor, "qualification.waive");
  return inTeam(actor, async (tx) => {
    const holder = await holderName(tx, actor, input.personId);
    const type = requireType(input.type, input.personId);
    if (type.neverWaived) {
      throw invalid(
        "type",
        `${type.name} is the archive's own condition; nobody here can waive it.`,
      );
    }
    return once(tx, actor, input.commandId, async () => {
      const id = input.row
        ? await waiveRow(tx, actor, input, input.row)
        : await waiveAnew(tx, actor, type, input);
      const { from, until, why } = input;
      const told = { startsOn: from, endsOn: until, reason: why };
      await tell(tx, actor, "qualification.waived", { id, type, holder }, told);
      return { id };
    });
  });
}

async function waiveRow(
  tx: Tx,
  actor: Member,
  input: WaiveQualification,
  row: { id: string; version: number },
): Promise<string> {
  const stored = await requireQualification(tx, actor, row);
  if (stored.type !== input.type || stored.personId !== input.personId) throw notFound("entry");
  await updateRow(tx, actor, stored, waiverOf(actor, input));
  return stored.id;
}

async function waiveAnew(
  tx: Tx,
  actor: Member,
  type: QualificationType,
  input: WaiveQualification,
): Promise<string> {
  const { personId, unitId, requestId } = input;
  await requireScope(tx, actor, type, input);
  const { id } = await tx.qualification.create({
    data: {
      ...{ teamId: actor.teamId, personId, type: type.id, unitId, requestId },
      ...{ step: type.lifecycle.initial, stepSince: dayToColumn(todayFor(actor)) },
      ...{ createdAt: actor.now, ...waiverOf(actor, input) },
    },
    select: { id: true },
  });
  return id;
}

function waiverOf(actor: Member, { from, until, why }: WaiveQualification) {
  return {
    waivedOn: dayToColumn(from),
    waivedUntil: dayToColumn(until),
    ...{ waivedBy: actor.name, waivedWhy: why },
  };
}

/** What was typed, as it is kept; the type's own rules look at whoever holds it, too. */
async function readTyped(
  tx: Tx,
  actor: Member,
  type: QualificationType,
  given: {
    step: string;
    personId: string | null;
    typed: QualificationTyped;
    was: QualificationRecord | null;
  },
): Promise<QualificationFacts> {
  const read = readFacts(type, given.step, given.typed, given.was, calendarOf(actor));
  if (!read.ok) throw invalid(fieldOf(read.field), read.message);
  const holder = await loadNamedPerson(tx, actor, given.personId);
  const [problem] = type.checkAnswers?.(read.value.answers, holder) ?? [];
  if (problem) throw invalid(fieldOf(`answers.${problem.field}`), problem.message);
  return read.value;
}

function calendarOf(actor: Member) {
  return { today: todayFor(actor), latest: latestDay(actor) };
}

/** Problems of a form's own fields stand under `qualification`, as the page sent them. */
function fieldOf(field: string): string {
  return field === "step" ? field : `qualification.${field}`;
}

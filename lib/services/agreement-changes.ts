import type { AddVersion, CreateAgreement, UpdateAgreement } from "../agreements/forms";
import { type Day, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { AppError, invalid } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import {
  changedMeanwhile,
  refuseFuture,
  requirePeople,
  requireUnits,
  storeAgreement,
} from "./agreement-parts";
import { type LoadedAgreement, lockAgreement } from "./agreement-rows";
import { once } from "./commands";
import { record } from "./events";
import { storeSignature } from "./signatures";
import { inTeam, type Tx } from "./transaction";

/**
 * Records an agreement with its units, its named people and the signatures it carries so far.
 * @throws AppError NOT_FOUND for foreign people and documents and unknown units, INVALID naming the
 *   field for units of another archive and signatures of a day to come
 */
export async function createAgreement(
  actor: Member,
  input: CreateAgreement,
): Promise<{ id: string }> {
  authorise(actor, "agreement.record");
  const { people, signatures, ...text } = input.agreement;
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      await requireUnits(tx, text.archive, text.unitIds, "agreement.unitIds");
      await requirePeople(
        tx,
        actor,
        [...people, ...signatures].map(({ personId }) => personId),
      );
      const agreement = await storeAgreement(tx, actor, {
        ...text,
        requestId: null,
        replaces: null,
        people: people.map((named) => ({ ...named, startsOn: named.startsOn ?? text.startsOn })),
      });
      for (const [index, signature] of signatures.entries()) {
        const path = `agreement.signatures.${index}`;
        refuseFuture(signature.signedOn, todayFor(actor), `${path}.signedOn`);
        await storeSignature(tx, actor, agreement, { ...signature, grantId: null }, path);
      }
      await record(tx, actor, {
        action: "agreement.recorded",
        subjectType: "agreement",
        subjectId: agreement.id,
        data: { name: text.name, startsOn: text.startsOn, endsOn: text.endsOn },
      });
      return { id: agreement.id };
    }),
  );
}

/**
 * Changes an agreement's end, parties, law or what it asks for again and again; its text stands.
 * @throws AppError CONFLICT with the stored agreement in `details.current` when somebody saved in
 *   between, INVALID for an end before the start, NOT_FOUND
 */
export async function updateAgreement(actor: Member, input: UpdateAgreement): Promise<void> {
  authorise(actor, "agreement.record");
  const { endsOn, endedOn, endedBy, ...rest } = input.change;
  await inTeam(actor, async (tx) => {
    const row = await lockAgreement(tx, actor, input.id);
    if (row.version !== input.version) throw changedMeanwhile(currentOf(row));
    refuseEarlyEnd(row, "change.endsOn", endsOn);
    refuseEarlyEnd(row, "change.endedOn", endedOn);
    await tx.agreement.updateMany({
      where: { id: row.id, teamId: actor.teamId },
      data: {
        endsOn: endsOn && dayToColumn(endsOn),
        endedOn: endedOn && dayToColumn(endedOn),
        endedBy: endedOn && endedBy,
        ...rest,
        version: { increment: 1 },
      },
    });
    await record(tx, actor, {
      action: endedOn !== null && row.endedOn === null ? "agreement.ended" : "agreement.updated",
      subjectType: "agreement",
      subjectId: row.id,
      ...(row.requestId && { requestId: row.requestId }),
      data: { name: row.name, endsOn, endedOn, endedBy, was: currentOf(row) },
    });
  });
}

function currentOf(row: LoadedAgreement) {
  const { endsOn, endedOn, endedBy, parties, governingLaw, version } = row;
  return { endsOn, endedOn, endedBy, parties, governingLaw, version, ...reportTermsOf(row) };
}

/** What a text asks for again and again, which its next version asks for too unless it is changed. */
function reportTermsOf(row: LoadedAgreement) {
  const { reportMonths, reportWhat, renewsDaysBefore, renewsDaysAfter } = row;
  return { reportMonths, reportWhat, renewsDaysBefore, renewsDaysAfter };
}

function refuseEarlyEnd({ startsOn }: LoadedAgreement, field: string, day: Day | null): void {
  if (day === null || day >= startsOn) return;
  throw invalid(field, `It cannot end before it began, on ${formatDay(startsOn)}.`);
}

/**
 * Records the next version of a text, for the same parties and the people who are still named.
 * @throws AppError CONFLICT when the one it replaces changed, ended or was replaced before, INVALID
 *   when it does not begin after it, NOT_FOUND
 */
export async function addVersion(actor: Member, input: AddVersion): Promise<{ id: string }> {
  authorise(actor, "agreement.record");
  const { change, ...text } = input.next;
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const row = await lockAgreement(tx, actor, input.id);
      refuseAsBase(row, input);
      await requireUnits(tx, row.archive, text.unitIds, "next.unitIds");
      const { archive, dac, parties, governingLaw, requestId } = row;
      const { id } = await storeAgreement(
        tx,
        actor,
        {
          ...text,
          ...{ archive, dac, parties, governingLaw, requestId, ...reportTermsOf(row) },
          replaces: { id: row.id, change },
          people: stillNamed(row, text.startsOn),
        },
        "next",
      );
      await countUp(tx, actor, row);
      await record(tx, actor, {
        action: "agreement.replaced",
        subjectType: "agreement",
        subjectId: id,
        ...(requestId && { requestId }),
        data: { name: text.name, to: text.textVersion, change, startsOn: text.startsOn },
      });
      return { id };
    }),
  );
}

function refuseAsBase(row: LoadedAgreement, { version, next }: AddVersion): void {
  if (row.next) {
    throw new AppError("CONFLICT", "This version was replaced already; add to the newest one.");
  }
  if (row.endedOn) {
    throw new AppError("CONFLICT", "This agreement was ended; record the new one by itself.");
  }
  if (row.version !== version) throw changedMeanwhile(currentOf(row));
  if (next.startsOn <= row.startsOn) {
    const start = formatDay(row.startsOn);
    throw invalid(
      "next.startsOn",
      `It must begin after the one it replaces, which began on ${start}.`,
    );
  }
}

/** The next version is a change of this one: who looked at it before must look again. */
async function countUp(tx: Tx, actor: Member, { id }: LoadedAgreement): Promise<void> {
  await tx.agreement.updateMany({
    where: { id, teamId: actor.teamId },
    data: { version: { increment: 1 } },
  });
}

function stillNamed({ people }: LoadedAgreement, from: Day) {
  return people
    .filter(({ endsOn }) => endsOn === null || endsOn >= from)
    .map(({ personId, function: held, startsOn, endsOn }) => ({
      ...{ personId, function: held, endsOn },
      startsOn: startsOn > from ? startsOn : from,
    }));
}

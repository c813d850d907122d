import { overlap } from "../agreements/form-checks";
import type { EndNaming, NamePerson } from "../agreements/forms";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { namePeople, requirePeople } from "./agreement-parts";
import { type LoadedAgreement, lockAgreement } from "./agreement-rows";
import { once } from "./commands";
import { record } from "./events";
import { storeJoiningDuties, storeLeavingDuties } from "./naming-duties";
import { inTeam, type Tx } from "./transaction";

/**
 * Names a person in an agreement, from its start unless a day is given. The same form sent twice
 * names once.
 * @throws AppError INVALID when the person is named in this function at that time already or the
 *   name would end before it begins, CONFLICT where a newer version holds the names, NOT_FOUND
 */
export async function nameInAppendix(actor: Member, input: NamePerson): Promise<{ id: string }> {
  authorise(actor, "agreement.record");
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const row = await lockAgreement(tx, actor, input.agreementId);
      const named = { ...input.named, startsOn: input.named.startsOn ?? row.startsOn };
      const id = await writeName(tx, actor, row, named);
      await storeJoiningDuties(tx, actor, row, named);
      return { id };
    }),
  );
}

/** A name in an appendix, with its first day. */
type DatedName = NamePerson["named"] & { startsOn: Day };

/**
 * Writes a name into an appendix, without the duties that follow from it. Throws as `nameInAppendix`.
 */
export async function writeName(
  tx: Tx,
  actor: Member,
  row: LoadedAgreement,
  named: DatedName,
): Promise<string> {
  await requirePeople(tx, actor, [named.personId]);
  refuseName(row, named);
  await namePeople(tx, actor, row.id, [named]);
  const { id, person } = await tx.agreementPerson.findFirstOrThrow({
    where: {
      ...{ teamId: actor.teamId, agreementId: row.id, personId: named.personId },
      ...{ function: named.function, startsOn: dayToColumn(named.startsOn) },
    },
    select: { id: true, person: { select: { name: true } } },
  });
  await record(tx, actor, {
    action: "agreement.named",
    subjectType: "agreement",
    subjectId: row.id,
    ...(row.requestId && { requestId: row.requestId }),
    data: { ...named, name: person.name, label: row.name },
  });
  return id;
}

function refuseName(
  row: LoadedAgreement,
  named: Parameters<typeof overlap>[1] & { startsOn: string },
): void {
  if (row.next) {
    throw new AppError("CONFLICT", "A newer version of this agreement holds its names.");
  }
  if (named.endsOn !== null && named.endsOn < named.startsOn) {
    throw invalid("named.endsOn", "The last day cannot come before the first.");
  }
  const other = row.people.find((known) => overlap(known, named, row.startsOn));
  if (!other) return;
  const since = formatDay(other.startsOn);
  throw invalid(
    "named.personId",
    `${other.person.name} is named in this function already, since ${since}.`,
  );
}

/**
 * Sets the last day of a name in an agreement.
 * @throws AppError CONFLICT when somebody set another one meanwhile, INVALID at `endsOn` before the
 *   first day, NOT_FOUND
 */
export async function endNaming(actor: Member, input: EndNaming): Promise<void> {
  authorise(actor, "agreement.record");
  await inTeam(actor, async (tx) => {
    const { person, agreement, personId, ...named } = await writeEnd(tx, actor, input);
    await storeLeavingDuties(
      tx,
      actor,
      { ...agreement, startsOn: dayFromColumn(agreement.startsOn) },
      {
        ...{ personId, function: named.function, endsOn: input.endsOn },
        startsOn: dayFromColumn(named.startsOn),
        leavesTeamOn: person.endsOn && dayFromColumn(person.endsOn),
      },
    );
  });
}

/** Writes the last day of a name, without the duties that follow from it. Throws as `endNaming`. */
export async function writeEnd(tx: Tx, actor: Member, { id, was, endsOn }: EndNaming) {
  const { teamId } = actor;
  const named = await tx.agreementPerson.findFirst({
    where: { id, teamId },
    include: { person: true, agreement: true },
  });
  if (!named) throw notFound("name in an agreement");
  const startsOn = dayFromColumn(named.startsOn);
  if (endsOn < startsOn) {
    throw invalid("endsOn", `The name stands there since ${formatDay(startsOn)}.`);
  }
  const { count } = await tx.agreementPerson.updateMany({
    where: { id, teamId, endsOn: was && dayToColumn(was) },
    data: { endsOn: dayToColumn(endsOn) },
  });
  if (count === 0) {
    const current = named.endsOn && dayFromColumn(named.endsOn);
    throw new AppError(
      "CONFLICT",
      `Somebody set the last day to ${current ? formatDay(current) : "open"} meanwhile. Look at it, then decide.`,
      { details: { current } },
    );
  }
  await record(tx, actor, {
    action: "agreement.namingEnded",
    subjectType: "agreement",
    subjectId: named.agreementId,
    ...(named.agreement.requestId && { requestId: named.agreement.requestId }),
    data: { name: named.person.name, label: named.agreement.name, on: endsOn },
  });
  return named;
}

import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { AppError, invalid, notFound } from "../errors";
import type { HandOverLine, PlannedDuty } from "../people/departure";
import type { CancelDeparture, RecordDeparture } from "../people/departure-form";
import { writeNumber } from "../requests/number";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { dropDepartureDuties, storeDepartureDuties } from "./departure-duties";
import { type DeparturePreview, readPreview, type SeenDeparture } from "./departure-preview";
import { record } from "./events";
import { passDuty, passRequest } from "./hand-over";
import { planSoon } from "./obligations";
import { lookAgain } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

/**
 * Everything that follows if somebody's last day on the team is `lastDay`: what closes to whom, what
 * must be amended, notified, destroyed and closed out by when under which clause, and what needs
 * somebody else to look after it. Writes nothing.
 * @throws AppError NOT_FOUND; INVALID at `lastDay` when it comes before the person's first day
 */
export async function previewDeparture(
  actor: Member,
  input: { personId: string; lastDay: Day },
): Promise<DeparturePreview> {
  authorise(actor, "departure.preview");
  const { preview } = await inTeam(actor, (tx) => readPreview(tx, actor, input));
  return preview;
}

/**
 * Carries out exactly what the preview showed, all or nothing: the last day, who looks after what
 * from now on, the ends of namings in agreements, the duties, and the history. The same `commandId`
 * twice records once. A day recorded before is replaced, with the duties that followed from it.
 * @throws AppError CONFLICT with the preview as it is now in `details.current` when anything changed
 *   since; INVALID at `handOver.<id>` when something would be left without somebody on the team
 */
export async function recordDeparture(
  actor: Member,
  input: RecordDeparture,
): Promise<{ duties: number }> {
  authorise(actor, "departure.record");
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      await lockPerson(tx, actor, input.personId);
      const seen = await readPreview(tx, actor, input);
      const { preview } = seen;
      if (preview.planHash !== input.planHash || preview.person.version !== input.version) {
        throw new AppError(
          "CONFLICT",
          "Something changed since this page was loaded, so nothing was recorded. Look through the list as it is now, then record it.",
          { details: { current: preview } },
        );
      }
      await carryOut(tx, actor, seen, successorsOf(preview, input.handOver));
      return { duties: preview.duties.length };
    }),
  );
}

/**
 * Somebody stays after all: takes back the last day, the ends of namings that came with it, and
 * closes the duties that followed from it. What was handed over stays where it is.
 * @throws AppError NOT_FOUND; CONFLICT when the person was changed in between or has no last day
 */
export async function cancelDeparture(actor: Member, input: CancelDeparture): Promise<void> {
  authorise(actor, "departure.record");
  const { teamId } = actor;
  const { personId, version, commandId } = input;
  await inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      await lockPerson(tx, actor, personId);
      const where = { teamId_id: { teamId, id: personId } };
      const person = await tx.person.findUniqueOrThrow({ where });
      if (person.version !== version || !person.endsOn) {
        throw new AppError(
          "CONFLICT",
          "Somebody changed this person while you were looking. Load the page again.",
        );
      }
      await tx.person.updateMany({
        where: { id: personId, teamId },
        data: { endsOn: null, version: { increment: 1 } },
      });
      await lookAgain(tx, actor);
      await tx.agreementPerson.updateMany({
        where: { teamId, personId, endsOn: person.endsOn },
        data: { endsOn: null },
      });
      const why = phrase(`${person.name} stays on the team`);
      await dropDepartureDuties(tx, actor, { personId, today: todayFor(actor), why });
      await note(tx, actor, "departure.cancelled", personId, {
        ...{ name: person.name, on: dayFromColumn(person.endsOn) },
      });
      await planSoon(tx, actor);
      return {};
    }),
  );
}

/**
 * Nobody may give the person anything more to look after while it is decided who takes what over,
 * and whoever takes it over must not be leaving at the same moment: departures of one team queue.
 */
async function lockPerson(tx: Tx, { teamId }: Member, id: string): Promise<void> {
  await tx.$queryRaw`select id from "Team" where id = ${teamId}::uuid for no key update`;
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Person" where id = ${id}::uuid and "teamId" = ${teamId}::uuid for update`;
  if (rows.length === 0) throw notFound("person");
}

type Successors = ReadonlyMap<string, { id: string; name: string }>;

/** Who takes over what, by the id of what passes on; every line that needs somebody has one. */
function successorsOf(
  { handOver, candidates, lastDay }: DeparturePreview,
  chosen: Readonly<Record<string, string>>,
): Successors {
  const able = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return new Map(
    handOver
      .filter(({ needsOwner }) => needsOwner)
      .map((line) => {
        const successor = able.get(chosen[line.id] ?? "");
        if (!successor) throw withoutOwner(line, lastDay, chosen[line.id] !== undefined);
        return [line.id, successor];
      }),
  );
}

function withoutOwner(line: HandOverLine, lastDay: Day, isChosen: boolean): AppError {
  const what = line.number === null ? `“${line.title}”` : writeNumber(line.number);
  return invalid(
    `handOver.${line.id}`,
    isChosen
      ? `Whoever takes over ${what} must be on the team today and after ${formatDay(lastDay)}; choose somebody else.`
      : `Choose who takes over ${what}; without that nobody would look after it.`,
  );
}

async function carryOut(
  tx: Tx,
  actor: Member,
  { loaded, preview }: SeenDeparture,
  successors: Successors,
): Promise<void> {
  const { person, lastDay, duties } = preview;
  await endPerson(tx, actor, preview);
  for (const line of preview.handOver) {
    const to = successors.get(line.id);
    const matter = loaded.facts.matters.find(({ id }) => id === line.id);
    if (to && line.kind === "duty") await passDuty(tx, actor, line.id, to);
    if (to && matter?.ownerId) {
      await passRequest(tx, actor, { id: line.id, ownerId: matter.ownerId }, to);
    }
  }
  await storeDepartureDuties(tx, actor, {
    ...{ personId: person.id, stored: loaded.stored, duties, today: todayFor(actor) },
    ownerOf: (duty) => ownerOf(duty, loaded, successors),
  });
  await note(tx, actor, "departure.recorded", person.id, {
    ...{ name: person.name, on: lastDay, before: person.endsOn, duties: duties.length },
  });
  await planSoon(tx, actor);
}

function ownerOf(duty: PlannedDuty, { facts }: SeenDeparture["loaded"], successors: Successors) {
  const { id } = duty.matter;
  const owner = successors.get(id)?.id ?? facts.matters.find((matter) => matter.id === id)?.ownerId;
  if (!owner) throw new Error(`Nobody looks after ${duty.subject}`);
  return owner;
}

/** Sets the last day, and lets agreements name the person no longer than that. */
async function endPerson(
  tx: Tx,
  actor: Member,
  { person, lastDay }: DeparturePreview,
): Promise<void> {
  const { teamId } = actor;
  const endsOn = dayToColumn(lastDay);
  await tx.person.updateMany({
    where: { id: person.id, teamId },
    data: { endsOn, version: { increment: 1 } },
  });
  await lookAgain(tx, actor);
  const former = person.endsOn && dayToColumn(person.endsOn);
  await tx.agreementPerson.updateMany({
    where: {
      ...{ teamId, personId: person.id, startsOn: { lte: endsOn } },
      OR: [{ endsOn: null }, { endsOn: { gt: endsOn } }, ...(former ? [{ endsOn: former }] : [])],
    },
    data: { endsOn },
  });
}

async function note(
  tx: Tx,
  actor: Member,
  action: string,
  subjectId: string,
  data: Record<string, string | number | null>,
): Promise<void> {
  await record(tx, actor, { action, subjectType: "person", subjectId, data });
}

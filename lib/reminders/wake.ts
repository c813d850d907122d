import { addDays, type Day } from "../dates/day";
import type { Clock } from "./clock";
import { nextEscalation } from "./escalation";
import { type DutyFacts, isQuiet } from "./plan";
import { nextReached, scheduleFor } from "./reached";
import { type Addressee, everybody, isOnTeam } from "./recipients";
import type { ReminderSettings } from "./settings";

/** How long a duty may rest of which nobody will be reminded any more. */
const LONG_DAYS = 30;
/** Where a day comes last. */
const LAST_ZONE = "Etc/GMT+12";

/**
 * When planning must look at a duty again, if nothing changes before: the earliest instant at which
 * any of those who may be reminded reaches another milestone, comes, leaves, ends a rest or an
 * absence, or is called because nobody took the duty. A silent duty is looked at again each day.
 */
export function wakesAt(facts: DutyFacts, settings: ReminderSettings, clock: Clock): Date {
  const inDays = (days: number) => clock.startOf(addDays(clock.today("UTC"), days), "UTC");
  if (isQuiet(facts)) return inDays(1);
  const audience = audienceOf(facts);
  const isThere = audience.some((person) => isOnTeam(person, clock.today(person.timeZone)));
  const instants = audience.flatMap(({ personId, timeZone, ...person }) => [
    nextReached(facts, scheduleFor(facts, personId, settings), timeZone, clock) ?? [],
    daysOf(facts, { personId, timeZone, ...person }, clock).map((on) =>
      clock.startOf(on, timeZone),
    ),
  ]);
  const all = [...instants.flat(2), inDays(isThere ? LONG_DAYS : 1)];
  return new Date(Math.min(...all.map((instant) => instant.getTime())));
}

/** Everybody who is, or may come to be, reminded of a duty, each once. */
function audienceOf(facts: DutyFacts): Addressee[] {
  const { concerned, absences, secondContact } = facts;
  const own = everybody(concerned).map(({ person }) => person);
  const ids = new Set(own.map(({ personId }) => personId));
  const standIns = absences.filter(({ personId }) => ids.has(personId));
  const all = [...own, ...standIns.map(({ standIn }) => standIn), secondContact ?? []].flat();
  return [...new Map(all.map((person) => [person.personId, person])).values()];
}

/** The days to come on which it changes whether, or with whom, a person is reminded. */
function daysOf(facts: DutyFacts, person: Addressee, clock: Clock): Day[] {
  const { personId, timeZone, startsOn, endsOn } = person;
  const today = clock.today(timeZone);
  const absences = facts.absences.filter((absence) => absence.personId === personId);
  const days = [
    startsOn,
    endsOn && addDays(endsOn, 1),
    facts.rests.get(personId),
    nextEscalation(facts.escalation, today, clock.today(LAST_ZONE)),
    ...absences.map((absence) => absence.startsOn),
  ];
  return days.flatMap((on) => (on && today < on ? on : []));
}

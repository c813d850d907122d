import { type TermKey, termsOfUnit } from "../data-use/terms-of-unit";
import { addMonths, type Day, isDay } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";
import type { HeldGrant, RequestAbout, RequestFacts } from "./request-facts";
import { plus, type StandingDuty } from "./standing";

/** Where the terms of use are defined. */
const DUO = "https://github.com/EBISPOT/DUO";

/** What the units of a request ask for while an approval stands. */
export function unitDuties(
  facts: RequestFacts,
  prefix: string,
  about: RequestAbout,
): StandingDuty[] {
  const live = facts.grants.filter(({ endedOn }) => endedOn === null);
  const units = [...new Map(live.map((grant) => [grant.unitId, grant])).values()];
  return [
    ...units.flatMap((grant) => embargoOf(facts, grant, prefix, about)),
    ...resultsOf(facts, units, prefix, about),
    ...[...Map.groupBy(live, heldAs)].flatMap(([key, grants]) =>
      timeLimit(facts, grants, `${prefix}use:${key}`, about),
    ),
  ];
}

function heldAs({ unitId, personId }: HeldGrant): string {
  return personId === null ? unitId : `${unitId}:${personId}`;
}

/** Where its terms keep publications back: on that day they are free, and the duty is over by itself. */
function embargoOf(
  { today }: RequestFacts,
  { unitId, unit }: HeldGrant,
  prefix: string,
  about: RequestAbout,
): StandingDuty[] {
  const { name } = unit;
  const until = moratoriumOf(unit);
  if (until === null) return [];
  const why = phrase(`publications are free since ${formatDay(until)}`);
  return [
    {
      ...{ ...about, subject: `${prefix}embargo:${unitId}`, kind: "embargo_end", dueOn: until },
      what: `Submit nothing for publication that rests on ${name} before its publication embargo ends.`,
      rule: `${formatDay(until)} is the first day on which its terms allow to publish (MOR), as the catalogue or the team has them.`,
      source: DUO,
      ...(today > until && { over: { state: "done" as const, why } }),
    },
  ];
}

/**
 * The day that a publication moratorium names; null without one, or without its day. The embargo on
 * files is another thing: it keeps data from everybody, not results from print.
 */
function moratoriumOf(unit: HeldGrant["unit"]): Day | null {
  const until = saidOf(unit, "MOR");
  return isDay(until) ? until : null;
}

const RESULTS: readonly { key: TermKey; kind: string; what: string }[] = [
  {
    key: "PUB",
    kind: "publish_results",
    what: phrase(
      "Make the results available to other researchers, as the consent of the participants asks",
    ),
  },
  {
    key: "RTN",
    kind: "return_results",
    what: phrase(
      "Return the results or the enriched data to the source, as the terms of the data ask",
    ),
  },
];

/** What is owed of the results, by the last day of the project; none while that is not known. */
function resultsOf(
  { request }: RequestFacts,
  units: readonly HeldGrant[],
  prefix: string,
  about: RequestAbout,
): StandingDuty[] {
  const { projectEndsOn: dueOn } = request;
  if (dueOn === null) return [];
  return RESULTS.flatMap(({ key, kind, what }) => {
    const asking = units.filter(({ unit }) => termsOf(unit).some((term) => term === key));
    if (asking.length === 0) return [];
    const names = asking.map(({ unit }) => unit.name).toSorted();
    return [
      {
        ...{ ...about, subject: `${prefix}results`, kind, dueOn, source: DUO },
        what: `${what}: ${names.join(", ")}.`,
        rule: `${formatDay(dueOn)} is the last day of the project, as the team entered it; ${key} names no day of its own.`,
      },
    ];
  });
}

/** What a term names, wherever it is written with that; empty where it is not. */
function saidOf(unit: HeldGrant["unit"], asked: TermKey): string {
  const { terms } = termsOfUnit(unit);
  return terms.find(({ key, value }) => key === asked && value !== null)?.value ?? "";
}

function termsOf(unit: HeldGrant["unit"]): TermKey[] {
  return termsOfUnit(unit).terms.map(({ key }) => key);
}

/** Where the terms allow use for a time: to a day, or for months that the first approval begins. */
function timeLimit(
  { grants: all }: RequestFacts,
  [grant]: readonly HeldGrant[],
  subject: string,
  about: RequestAbout,
): StandingDuty[] {
  if (!grant) return [];
  const own = all.filter((each) => heldAs(each) === heldAs(grant));
  const since = own.map(({ startsOn }) => startsOn).toSorted()[0] ?? grant.startsOn;
  const limit = limitOf(grant.unit, since);
  if (!limit) return [];
  return [
    {
      ...{ ...about, ...limit, subject, kind: "time_limited_use", source: DUO },
      ...(grant.personId !== null && { personId: grant.personId }),
      what: `Stop using ${grant.unit.name}, or have the time for its use extended.`,
    },
  ];
}

function limitOf(unit: HeldGrant["unit"], since: Day): Pick<StandingDuty, "dueOn" | "rule"> | null {
  const told = saidOf(unit, "TS");
  const months = /^\d{1,3}$/.test(told) ? Number(told) : 0;
  if (months > 0) {
    const rule = `First approved from ${plus(since, months, "month")}, for which its terms allow use.`;
    return { dueOn: addMonths(since, months), rule };
  }
  if (!isDay(told)) return null;
  return { dueOn: told, rule: `${formatDay(told)} is the day to which its terms allow use (TS).` };
}

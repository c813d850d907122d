import { z } from "zod";
import { ACCESS_STATUSES, type AccessStatus } from "../readiness/verdict";
import type { RosterLine } from "./read-roster";

/** Somebody of the team as a list is compared with them. */
export interface RosterPerson {
  id: string;
  name: string;
  /** Addresses, accounts and the name, in small letters. */
  keys: readonly string[];
  /** On the team on the day of the list. */
  isHere: boolean;
  /** What `readiness` says of the units at the place, by their codes. */
  access: readonly { unit: string; status: AccessStatus; isOpen: boolean }[];
}

export const ROSTER_VERDICTS = ["expected", "missing", "extra", "unknown"] as const;
export type RosterVerdict = (typeof ROSTER_VERDICTS)[number];

/** Why a line is judged as it is. */
export const rosterReason = z.strictObject({
  code: z.enum([
    ...(["open", "absent", "shut", "left"] as const),
    ...(["nobody", "several", "group", "service"] as const),
  ]),
  /** The units that are not open, with what stands against each. */
  shut: z.array(z.strictObject({ unit: z.string(), status: z.enum(ACCESS_STATUSES) })),
  /** Names that a line fits alike. */
  names: z.array(z.string()),
});
export type RosterReason = z.infer<typeof rosterReason>;

export interface ComparedLine {
  value: string;
  personId: string | null;
  verdict: RosterVerdict;
  reason: RosterReason;
}

/**
 * Paper against reality: each line of a list of members beside what the team's records say. Expected
 * are those who may open all the data at the place, extra those who may not, missing those who may and
 * are not listed, unknown whom no record names. Every line is in the answer once, in its order; those
 * who are missing follow.
 */
export function compareRoster(
  lines: readonly RosterLine[],
  people: readonly RosterPerson[],
): ComparedLine[] {
  const listed = new Set<string>();
  const compared = lines.map((line) => {
    const [verdict, person, reason] = judgeLine(line, people);
    if (person) listed.add(person.id);
    return { value: line.value, personId: person?.id ?? null, verdict, reason };
  });
  const absent = people.filter(
    (person) => mayOpenAll(person) && person.isHere && !listed.has(person.id),
  );
  return [
    ...compared,
    ...absent.map(({ id }) => ({
      ...{ value: "", personId: id, verdict: "missing" as const },
      reason: because("absent"),
    })),
  ];
}

function judgeLine(
  { kind, keys }: RosterLine,
  people: readonly RosterPerson[],
): [RosterVerdict, RosterPerson | null, RosterReason] {
  if (kind !== "person") return ["unknown", null, because(kind)];
  // An address says more than a name, which others may have too.
  const fits = keys.map((key) => people.filter((person) => person.keys.includes(key)));
  const found = fits.find(({ length }) => length > 0) ?? [];
  const [person] = found;
  if (!person) return ["unknown", null, because("nobody")];
  if (found.length > 1) {
    return ["unknown", null, { ...because("several"), names: found.map(({ name }) => name) }];
  }
  const shut = person.access.filter(({ isOpen }) => !isOpen);
  if (shut.length === 0) return ["expected", person, because("open")];
  const units = shut.map(({ unit, status }) => ({ unit, status }));
  return ["extra", person, { ...because(person.isHere ? "shut" : "left"), shut: units }];
}

function mayOpenAll({ access }: RosterPerson): boolean {
  return access.length > 0 && access.every(({ isOpen }) => isOpen);
}

function because(code: RosterReason["code"]): RosterReason {
  return { code, shut: [], names: [] };
}

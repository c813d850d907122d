import { readDuo } from "./duo";
import { DUO_TERMS, type DuoTerm } from "./duo-terms";
import { isPermission, type TermKey, termsOfUnit } from "./terms-of-unit";

/** A term with its usual letters, by which people choose it. */
type LetteredTerm = DuoTerm & { short: string };

/** The terms that say how data may be used; kinds of investigation and roots say nothing about that. */
export const TEAM_TERMS = DUO_TERMS.filter(
  (term): term is LetteredTerm =>
    term.short !== null && termsOfUnit({ consentCode: null, duo: [term.code] }).terms.length > 0,
);

/** Letters of which one denies the other. */
const OPPOSITES: readonly (readonly [TermKey, TermKey])[] = [
  ["MDS", "NMDS"],
  ["POA", "NPOA"],
  ["RUO", "CC"],
];

/**
 * The terms that a team may add to what is published on a unit: those that it does not carry yet or
 * carries without the day or the names that they speak of, none that denies one of its own, and a
 * permission only where it has none.
 */
export function termsToAdd(unit: {
  consentCode: string | null;
  duo: readonly string[];
}): LetteredTerm[] {
  const { terms } = termsOfUnit(unit);
  const hasPermission = terms.some(isPermission);
  const isSaid = ({ short, value }: LetteredTerm) =>
    terms.some((term) => term.key === short && (value === null || term.value !== null));
  return TEAM_TERMS.filter(
    (term) =>
      !isSaid(term) &&
      !denies(
        term.short,
        terms.map(({ key }) => key),
      ) &&
      !(hasPermission && term.kind === "permission"),
  );
}

/** Of a team's stored terms, as a page asks for them, those that the unit does not say by itself. */
export function readTermsToAdd(
  unit: Parameters<typeof termsToAdd>[0],
  ours: readonly string[],
): ReturnType<typeof readTerms> {
  const offered = termsToAdd(unit);
  const { terms, values } = readTerms(ours);
  return {
    terms: terms.filter((short) => offered.some((term) => term.short === short)),
    values,
  };
}

function denies(short: string, others: readonly string[]): boolean {
  return OPPOSITES.some(
    ([one, other]) =>
      (short === one && others.includes(other)) || (short === other && others.includes(one)),
  );
}

/** Whether of some letters one denies another, or there is more than one permission. */
export function isContradiction(letters: readonly string[]): boolean {
  const permissions = TEAM_TERMS.filter(
    ({ short, kind }) => kind === "permission" && letters.includes(short),
  );
  return permissions.length > 1 || letters.some((short) => denies(short, letters));
}

/** Letters of terms, with what each names; empty where it names nothing. */
export interface LetteredTerms {
  terms: readonly string[];
  values: Readonly<Record<string, string>>;
}

/** Terms as they are stored, each with what it names: `DUO:0000025=24`. Letters of no term are left out. */
export function writeTerms({ terms, values }: LetteredTerms): string[] {
  return TEAM_TERMS.filter(({ short }) => terms.includes(short)).map(({ short, code, value }) => {
    const said = value === null ? "" : (values[short] ?? "");
    return said === "" ? code : `${code}=${said}`;
  });
}

/** Stored terms in letters, each with what it names: `TS 24, GS DE`. */
export function termsInLetters(duo: readonly string[]): string {
  const { terms, values } = readTerms(duo);
  return terms.map((short) => (values[short] ? `${short} ${values[short]}` : short)).join(", ");
}

/** Stored terms as a page asks for them; what `writeTerms` made of them comes back. */
export function readTerms(duo: readonly string[]): {
  terms: string[];
  values: Record<string, string>;
} {
  const statements = duo.flatMap((text) => readDuo(text) ?? []);
  const said = statements.flatMap(({ term, value }) =>
    term.short === null ? [] : [[term.short, value ?? ""] as const],
  );
  return { terms: said.map(([short]) => short), values: Object.fromEntries(said) };
}

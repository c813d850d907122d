import { z } from "zod";
import { isDay } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { lineField } from "../team/line-field";
import { readDuo } from "./duo";
import { DUO_TERMS, type DuoTerm } from "./duo-terms";
import { isPermission, termsOfUnit } from "./terms-of-unit";

/** A term with its usual letters, by which people choose it. */
type LetteredTerm = DuoTerm & { short: string };

/** The terms that say how data may be used; kinds of investigation and roots say nothing about that. */
const TERMS = DUO_TERMS.filter(
  (term): term is LetteredTerm =>
    term.short !== null && termsOfUnit({ consentCode: null, duo: [term.code] }).terms.length > 0,
);

/**
 * The terms that a team may add to what is published on a unit: those that it does not carry yet,
 * and a permission only where it has none.
 */
export function termsToAdd(unit: {
  consentCode: string | null;
  duo: readonly string[];
}): LetteredTerm[] {
  const { terms } = termsOfUnit(unit);
  const hasPermission = terms.some(isPermission);
  return TERMS.filter(
    ({ short, kind }) =>
      !terms.some(({ key }) => key === short) && !(hasPermission && kind === "permission"),
  );
}

/** What is named of each chosen term, by its letters; empty where nothing is. */
const named = z.record(z.string(), z.string());

/** What a page sends to say which terms of use a team reads where the catalogue has none. */
export const teamTermsForm = z
  .strictObject({
    unitId: z.uuid(),
    /** That of the stored terms; 0 where there are none yet. */
    version: z.int32().min(0),
    /** Their letters; none takes back what the team has entered. */
    terms: z.array(z.string()).max(TERMS.length),
    values: named,
    source: lineField(300),
  })
  .superRefine(({ terms, values, source }, context) => {
    for (const short of terms) {
      const message = problemOf(short, values[short]?.trim() ?? "");
      if (message) context.addIssue({ code: "custom", path: ["values", short], message });
    }
    if (terms.length > 0 && source === "") {
      const message = "Say where it is written: a page of the archive, a letter, an agreement.";
      context.addIssue({ code: "custom", path: ["source"], message });
    }
  });
export type TeamTerms = z.output<typeof teamTermsForm>;

function problemOf(short: string, value: string): string | null {
  if (value.length > 200) return "Write 200 characters at most.";
  const { value: asked = null } = TERMS.find((term) => term.short === short) ?? {};
  if (value === "" || isDay(value)) return null;
  if (asked === "day") return dayProblem(value);
  if (asked !== "months or day" || /^[1-9]\d{0,2}$/.test(value)) return null;
  return "Enter a number of months, such as 24, or a day, such as 2027-12-31.";
}

/** Terms as they are stored, each with what it names: `DUO:0000025=24`. Letters of no term are left out. */
export function writeTerms({ terms, values }: Pick<TeamTerms, "terms" | "values">): string[] {
  return TERMS.filter(({ short }) => terms.includes(short)).map(({ short, code, value }) => {
    const said = value === null ? "" : (values[short]?.trim() ?? "");
    return said === "" ? code : `${code}=${said}`;
  });
}

/** Stored terms as a page asks for them; what `writeTerms` made of them comes back. */
export function readTerms(duo: readonly string[]): Pick<TeamTerms, "terms" | "values"> {
  const statements = duo.flatMap((text) => readDuo(text) ?? []);
  const said = statements.flatMap(({ term, value }) =>
    term.short === null ? [] : [[term.short, value ?? ""] as const],
  );
  return { terms: said.map(([short]) => short), values: Object.fromEntries(said) };
}

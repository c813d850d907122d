import { z } from "zod";
import { isDay } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { lineField } from "../team/line-field";
import { TEAM_TERMS } from "./team-terms";

/** What a page sends to say which terms of use a team reads where the catalogue has none. */
export const teamTermsForm = z
  .strictObject({
    unitId: z.uuid(),
    /** That of the stored terms; 0 where there are none yet. */
    version: z.int32().min(0),
    /** Their letters; none takes back what the team has entered. */
    terms: z.array(z.enum(TEAM_TERMS.map(({ short }) => short))).max(TEAM_TERMS.length),
    /** What is named of each, by its letters; empty where nothing is. */
    values: z.record(z.string(), lineField(200)),
    source: lineField(300),
  })
  .superRefine(({ terms, values, source }, context) => {
    for (const short of terms) {
      const message = problemOf(short, values[short] ?? "");
      if (message) context.addIssue({ code: "custom", path: ["values", short], message });
    }
    if (terms.length > 0 && source === "") {
      const message = "Say where it is written: a page of the archive, a letter, an agreement.";
      context.addIssue({ code: "custom", path: ["source"], message });
    }
  });
export type TeamTerms = z.output<typeof teamTermsForm>;

function problemOf(short: string, value: string): string | null {
  const { value: asked = null } = TEAM_TERMS.find((term) => term.short === short) ?? {};
  if (value === "" || isDay(value)) return null;
  if (asked === "day") return dayProblem(value);
  if (asked !== "months or day" || /^[1-9]\d{0,2}$/.test(value)) return null;
  return "Enter a number of months, such as 24, or a day, such as 2027-12-31.";
}

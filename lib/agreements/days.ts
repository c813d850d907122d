import { z } from "zod";
import { type Day, isDay } from "../dates/day";
import { dayProblem } from "../dates/day-problem";

/**
 * A day as typed that must be there.
 * @param missing the sentence where it is left empty
 */
export function dayField(missing: string) {
  return z
    .string()
    .max(40)
    .transform((typed, context): Day => {
      const text = typed.trim();
      if (isDay(text)) return text;
      context.addIssue(text === "" ? missing : (dayProblem(text) ?? missing));
      return z.NEVER;
    });
}

/** A day as typed that may be left empty. */
export const optionalDay = z
  .string()
  .max(40)
  .transform((typed, context): Day | null => {
    const text = typed.trim();
    if (text === "") return null;
    if (isDay(text)) return text;
    context.addIssue(dayProblem(text) ?? "");
    return z.NEVER;
  });

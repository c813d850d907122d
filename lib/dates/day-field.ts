import { z } from "zod";
import { type Day, isDay } from "./day";
import { dayProblem } from "./day-problem";

/** A form field of one calendar day; `required` is the sentence shown when it is empty. */
export function dayField(required: string) {
  return z.string().transform((typed, context): Day => {
    const text = typed.trim();
    if (isDay(text)) return text;
    context.addIssue(text === "" ? required : (dayProblem(text) ?? required));
    return z.NEVER;
  });
}

/** A form field of one calendar day that may stay empty: null. */
export const optionalDayField = z.string().transform((typed, context): Day | null => {
  const text = typed.trim();
  if (text === "") return null;
  if (isDay(text)) return text;
  context.addIssue(dayProblem(text) ?? "");
  return z.NEVER;
});

import { z } from "zod";
import { type Day, isDay } from "./day";
import { dayProblem } from "./day-problem";

// What follows compares days, so text that is none must end the reading of the form.
const text = z.string().max(40, {
  error: "Write the day as year, month, day: 2027-03-14.",
  abort: true,
});

/** A form field of one calendar day; `required` is the sentence shown when it is empty. */
export function dayField(required: string) {
  return text.transform((typed, context): Day => {
    const day = typed.trim();
    if (isDay(day)) return day;
    context.addIssue(day === "" ? required : (dayProblem(day) ?? required));
    return z.NEVER;
  });
}

/** A form field of one calendar day that may stay empty: null. */
export const optionalDayField = text.transform((typed, context): Day | null => {
  const day = typed.trim();
  if (day === "") return null;
  if (isDay(day)) return day;
  context.addIssue(dayProblem(day) ?? "");
  return z.NEVER;
});

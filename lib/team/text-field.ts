import { z } from "zod";
import { textProblem, tidyText } from "../requests/plain-text";

/**
 * A form field of several lines of text, tidied.
 * @param maxLength in characters
 * @param required the sentence shown when it is empty; without it the field may stay empty
 */
export function textField(maxLength: number, required?: string) {
  return z.string().transform((typed, context) => {
    const text = tidyText(typed);
    const problem =
      text === "" ? (required ?? null) : textProblem(text, { maxLength, lines: "many" });
    if (problem === null) return text;
    context.addIssue(problem);
    return z.NEVER;
  });
}

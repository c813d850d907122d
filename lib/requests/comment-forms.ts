import { z } from "zod";
import { dayField } from "../dates/day-field";
import { COMMENT_LENGTH } from "./comment";
import { textProblem, tidyText } from "./plain-text";

/** A form field of a text of several lines, tidied; `required` is the sentence where it is empty. */
export function textField(required: string) {
  return z.string().transform((typed, context) => {
    const text = tidyText(typed);
    const limits = { maxLength: COMMENT_LENGTH, lines: "many" as const };
    const problem = text === "" ? required : textProblem(text, limits);
    if (problem === null) return text;
    context.addIssue(problem);
    return z.NEVER;
  });
}

const text = textField("Write what is to be kept.");
const about = {
  /** Made by the page, so that a double click is one comment. */
  commandId: z.uuid(),
  requestId: z.uuid(),
};

/** What the page sends to keep a comment; one within the team carries the day of writing. */
export const commentForm = z.discriminatedUnion("kind", [
  z.strictObject({ ...about, kind: z.literal("internal"), text }),
  z.strictObject({
    ...about,
    kind: z.enum(["to_archive", "from_archive"]),
    text,
    on: dayField("Enter the day of the letter."),
    documentId: z.union([z.literal(""), z.uuid()]),
  }),
]);
export type AddComment = z.output<typeof commentForm>;

/** What the page sends to take a comment back. */
export const retractForm = z.strictObject({ id: z.uuid() });
export type RetractComment = z.output<typeof retractForm>;

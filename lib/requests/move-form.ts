import { z } from "zod";
import { sentBackForm } from "./revision-forms";

/** What an approval says, as the page sends it. */
const decisionForm = z.strictObject({
  decidedOn: z.string().max(40),
  startsOn: z.string().max(40),
  endsOn: z.string().max(40),
  documentId: z.union([z.literal(""), z.uuid()]),
});

/** What the page sends to move a request or some of its items. */
export const moveForm = z.strictObject({
  /** Made by the page, so that a double click is one move. */
  commandId: z.uuid(),
  requestId: z.uuid(),
  version: z.number().int().positive(),
  move: z.string().max(60),
  /** The items that go; ignored for moves of the whole request. */
  itemIds: z.array(z.uuid()).max(200),
  /** Answers to the move's own questions, by ask id. */
  answers: z.record(z.string().max(60), z.string().max(4000)),
  decision: decisionForm.optional(),
  /** The paper that goes with a move that takes one; none: the empty text. An approval's stands in its decision. */
  documentId: z.union([z.literal(""), z.uuid()]).optional(),
  /** The sections of the form that are sent back; none: all of it. */
  sections: sentBackForm.optional(),
});
export type MoveInput = z.infer<typeof moveForm>;

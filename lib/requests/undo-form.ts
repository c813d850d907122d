import { z } from "zod";
import { textField } from "../team/text-field";

/** What the page sends to take back the last move of a request. */
export const undoMoveForm = z.strictObject({
  commandId: z.uuid(),
  requestId: z.uuid(),
  version: z.number().int().positive(),
  why: textField(1000, "Say why; it is kept in the history."),
});
export type UndoMove = z.output<typeof undoMoveForm>;

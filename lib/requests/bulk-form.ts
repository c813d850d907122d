import { z } from "zod";

/** More requests than anybody ticks by hand; each is moved on its own. */
const MOST_REQUESTS = 50;

/** What the page sends to make one move of several requests. */
export const bulkMoveForm = z.strictObject({
  move: z.string().max(60),
  answers: z.record(z.string().max(60), z.string().max(4000)),
  requests: z
    .array(
      z.strictObject({
        id: z.uuid(),
        version: z.number().int().positive(),
        /** Made by the page, so that each request moves once however often this is sent. */
        commandId: z.uuid(),
      }),
    )
    .min(1)
    .max(MOST_REQUESTS)
    .refine((requests) => new Set(requests.map(({ id }) => id)).size === requests.length),
});
export type BulkMove = z.output<typeof bulkMoveForm>;

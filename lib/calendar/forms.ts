import { z } from "zod";
import { FEED_SCOPES } from "./feed-scope";

/** What the page sends for a new address; `commandId` is made with the form. */
export const createFeedForm = z.strictObject({
  commandId: z.uuid(),
  scope: z.enum(FEED_SCOPES),
});
export type CreateFeed = z.output<typeof createFeedForm>;

/** What the page sends to end an address. */
export const revokeFeedForm = z.strictObject({ id: z.uuid() });
export type RevokeFeed = z.output<typeof revokeFeedForm>;

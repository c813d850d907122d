import { z } from "zod";

/** Whose duties a calendar address shows. */
export const FEED_SCOPES = ["mine", "team"] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];

/** What the page sends for a new address; `commandId` is made with the form. */
export const createFeedForm = z.strictObject({
  commandId: z.uuid(),
  scope: z.enum(FEED_SCOPES),
});
export type CreateFeed = z.output<typeof createFeedForm>;

/** What the page sends to end an address. */
export const revokeFeedForm = z.strictObject({ id: z.uuid() });
export type RevokeFeed = z.output<typeof revokeFeedForm>;

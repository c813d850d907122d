/** Whose duties a calendar address shows. */
export const FEED_SCOPES = ["mine", "team"] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];

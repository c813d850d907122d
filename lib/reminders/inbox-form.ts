import { z } from "zod";
import { one } from "../query-part";

/** So many notices stand on a page. */
export const NOTICES_A_PAGE = 25;

/** More unread notices than this are not counted. */
export const MOST_COUNTED = 99;

const ids = z.array(z.uuid("This notice is unknown; load the page again.")).min(1).max(100);

/**
 * Which notices somebody has read: those named, those about one duty, or all that stood there at a
 * moment; what came after it nobody has seen.
 */
export const markReadForm = z.union([
  z.strictObject({ ids }),
  z.strictObject({ dutyId: z.uuid("This duty is unknown; load the page again.") }),
  z.strictObject({ upTo: z.date() }),
]);
export type MarkRead = z.output<typeof markReadForm>;

/** Which notices somebody wants to come back to. */
export const markUnreadForm = z.strictObject({ ids });
export type MarkUnread = z.output<typeof markUnreadForm>;

/** What the address asks for. Whatever cannot be read asks for nothing. */
export const inboxFilter = z.object({
  unread: one.transform((value) => value === "yes").catch(false),
  page: one.pipe(z.coerce.number<string>().int().min(1).max(100_000)).catch(1),
});
export type InboxFilter = z.output<typeof inboxFilter>;

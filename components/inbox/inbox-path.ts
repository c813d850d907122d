import type { InboxFilter } from "@/lib/reminders/inbox-form";

/** The address of somebody's notices in a team, or of a page of them. */
export function inboxPath(team: string, filter: Partial<InboxFilter> = {}): string {
  const query = new URLSearchParams();
  if (filter.unread) query.set("unread", "yes");
  if (filter.page && filter.page > 1) query.set("page", String(filter.page));
  const home = `/t/${encodeURIComponent(team)}/inbox`;
  return query.size > 0 ? `${home}?${query}` : home;
}

import { timelineView } from "../timeline/view";
import { readCalendar } from "./calendar";
import { listCalendarFeeds, revokeCalendarFeed } from "./calendar-feeds";
import type { Call } from "./sample-trespass";
import { readTimeline } from "./timeline";

/** For tests: the calls by which team B asks for calendar addresses of team A. */
export const TRESPASS_ON_CALENDARS: Record<string, Call[]> = {
  "calendar-feeds revokeCalendarFeed": [(b, a) => revokeCalendarFeed(b.lead, { id: a.feedId })],
};

/** For tests: what team B sees of its own. */
export const OWN_CALENDARS: Record<string, Call> = {
  "calendar readCalendar": (b, a) => readCalendar(b.lead, { person: a.lead.personId }),
  "timeline readTimeline": (b) => readTimeline(b.lead, timelineView.parse({ zoom: "all" })),
  "calendar-feeds listCalendarFeeds": (b) => listCalendarFeeds(b.lead),
};

/** For tests: what names no row of another team. */
export const APART_CALENDARS: Record<string, string> = {
  "calendar-feeds createCalendarFeed": "names nothing, adds to the actor's team",
  "calendar-feeds readCalendarFeed": "needs the secret of the address",
};

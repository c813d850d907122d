import { getDutyPanel } from "./duty-panel";
import { listNotices, markRead, markUnread, unreadCount } from "./inbox";
import type { Call } from "./sample-trespass";

/** For tests: the calls by which team B touches what team A was reminded of. */
export const TRESPASS_ON_NOTICES: Record<string, Call[]> = {
  "inbox markRead": [
    (b, a) => markRead(b.lead, { ids: [a.noticeId] }),
    (b, a) => markRead(b.lead, { dutyId: a.obligationId }),
  ],
  "inbox markUnread": [(b, a) => markUnread(b.lead, { ids: [a.noticeId] })],
};

/** For tests: what team B sees of its own notices and duties. */
export const OWN_NOTICES: Record<string, Call> = {
  "duty-panel getDutyPanel": (b) => getDutyPanel(b.lead),
  "inbox listNotices": (b) => listNotices(b.lead, { unread: false, page: 1 }),
  "inbox unreadCount": (b) => unreadCount(b.lead),
};

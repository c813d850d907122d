import { deedsOf } from "@/lib/find/deeds";
import { isTourDue } from "@/lib/services/first-run";
import { unreadCount } from "@/lib/services/inbox";
import { requireActor } from "@/lib/session";
import { endTour } from "./account/actions";
import { signOut } from "./sign-in/actions";

/** What the frame around a team's pages shows of whoever reads them. Answers 404 as the pages do. */
export async function teamFrame(team: string) {
  const actor = await requireActor(team);
  const [unread, isDue] = await Promise.all([unreadCount(actor), isTourDue(actor)]);
  return { may: deedsOf(actor), unread, tour: { isDue, end: endTour }, signOut };
}

import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** A mail that failed longer ago than this is history, not a problem of today. */
const FAILED_DAYS = 30;

/** How many of the team's mails were not sent, came back, or wait for a lead. */
export interface MailProblemCounts {
  failed: number;
  bounced: number;
  held: number;
}

/** Counts them; those that failed, of the last thirty days. */
export async function countMail(tx: Tx, actor: Member): Promise<MailProblemCounts> {
  const since = new Date(actor.now.getTime() - FAILED_DAYS * 86_400_000);
  const groups = await tx.notice.groupBy({
    by: ["state", "bounced"],
    where: {
      teamId: actor.teamId,
      OR: [{ state: "held" }, { state: "failed", createdAt: { gte: since } }],
    },
    _count: true,
  });
  const sum = (fits: (row: (typeof groups)[number]) => boolean) =>
    groups.filter(fits).reduce((total, row) => total + row._count, 0);
  return {
    failed: sum(({ state, bounced }) => state === "failed" && !bounced),
    bounced: sum(({ state, bounced }) => state === "failed" && bounced),
    held: sum(({ state }) => state === "held"),
  };
}

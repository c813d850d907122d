import { type Day, dayToColumn } from "../dates/day";
import type { Tx } from "./transaction";

/** A claimed row of the outbox: a mail that one worker alone sends, until its lease runs out. */
export interface ClaimedNotice {
  id: string;
  kind: string;
  teamId: string | null;
  obligationId: string | null;
  personId: string | null;
  subjectId: string | null;
  dueOn: Date | null;
  milestone: number | null;
  plannedOn: Date | null;
  toAddress: string;
  toName: string;
  attempts: number;
  messageId: string;
  createdAt: Date;
  retriesFrom: Date | null;
  /** The end of the lease, by which it is known that nobody has claimed it since. */
  lockedUntil: Date;
}

/**
 * Leases due mails, the longest due first and those of a team together: what goes alone, and
 * digests, never the reminders that a digest carries. Whatever is no reminder goes before all that
 * are: somebody waits for a link to sign in, and thousands of reminders fall due at one minute.
 * @param claim.on only reminders planned as of this day
 */
export function claimDue(
  tx: Tx,
  claim: { now: Date; until: Date; take: number; on?: Day },
): Promise<ClaimedNotice[]> {
  const { now, until, take, on } = claim;
  const planned = on ? dayToColumn(on) : null;
  return tx.$queryRaw<ClaimedNotice[]>`
    with asked as materialized (
      select id from "Notice"
      where state = 'pending' and kind not in ('reminder', 'digest') and "nextAttemptAt" <= ${now}
        and "digestId" is null and ("lockedUntil" is null or "lockedUntil" <= ${now})
        and ${planned}::date is null
      order by "nextAttemptAt", id limit ${take} for update skip locked
    ), reminders as materialized (
      select id from "Notice"
      where state = 'pending' and kind in ('reminder', 'digest') and "nextAttemptAt" <= ${now}
        and "digestId" is null and ("lockedUntil" is null or "lockedUntil" <= ${now})
        and (${planned}::date is null or "plannedOn" = ${planned}::date)
      order by "nextAttemptAt", "teamId", id limit ${take} for update skip locked
    ), due as materialized (
      select id from asked union all select id from reminders limit ${take}
    )
    update "Notice" n set "lockedUntil" = ${until}, attempts = attempts + 1
    from due where n.id = due.id
    returning n.id, kind, "teamId", "obligationId", "personId", "subjectId", "dueOn", milestone,
      "plannedOn", "toAddress", "toName", attempts, "messageId", "createdAt", "retriesFrom",
      "lockedUntil"`;
}

/**
 * Lets reminders go alone whose digest is over without them: planning may have added them while it
 * was being sent.
 */
export async function freeLeftBehind(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    update "Notice" n set "digestId" = null from "Notice" d
    where n.state = 'pending' and n."digestId" = d.id
      and d.state not in ('pending', 'held')`;
}

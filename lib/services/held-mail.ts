import { addDays, dayToColumn } from "../dates/day";
import { bookWords } from "../email/words";
import { AppError } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { latestDay } from "../team/today";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { queue } from "./queue";
import { inTeam, type Tx } from "./transaction";

/** Mail that is kept back since the clock seems to have jumped. */
export interface HeldMail {
  /** Mails, a digest counted once. */
  count: number;
  /** When the oldest was planned. */
  since: Date | null;
}

const heldBy = (teamId: string) => ({ teamId, state: "held" }) as const;

/** How much of the team's mail waits for a lead to let it go. */
export async function getHeldMail(actor: Member): Promise<HeldMail> {
  authorise(actor, "mail.read");
  const { _count, _min } = await inTeam(actor, (tx) =>
    tx.notice.aggregate({
      where: { ...heldBy(actor.teamId), digestId: null },
      _count: true,
      _min: { createdAt: true },
    }),
  );
  return { count: _count, since: _min.createdAt };
}

/**
 * Lets all held mail of the team go, now. What has been settled meanwhile is dropped when its turn
 * comes, as with any mail.
 * @param input.count how many the page showed
 * @throws AppError CONFLICT with `details.current` when it is another number by now
 */
export async function releaseHeld(actor: Member, input: { count: number }): Promise<void> {
  authorise(actor, "mail.release");
  const { now } = actor;
  await inTeam(actor, async (tx) => {
    await settleHeld(tx, actor, input.count, {
      ...{ state: "pending", nextAttemptAt: now, retriesFrom: now },
    });
    await recordAll(tx, actor, "mail.released", input.count);
    await queue(tx, "deliver_notices", {}, "deliver_notices");
  });
}

/**
 * Drops all held mail of the team. What was planned for days that have not come yet was planned by a
 * wrong clock: those reminders stay to be planned on their day, and each duty is looked at anew.
 * @param input.count how many the page showed
 * @throws AppError CONFLICT with `details.current` when it is another number by now
 */
export async function dropHeld(actor: Member, input: { count: number }): Promise<void> {
  authorise(actor, "mail.release");
  await inTeam(actor, async (tx) => {
    await freeFutureKeys(tx, actor);
    await settleHeld(tx, actor, input.count, {
      ...{ state: "cancelled", error: bookWords("cancelled.dropped", { name: actor.name }) },
    });
    await planAnew(tx, actor);
    await recordAll(tx, actor, "mail.dropped", input.count);
  });
}

interface Settled {
  state: "pending" | "cancelled";
  error?: string;
  nextAttemptAt?: Date;
  retriesFrom?: Date;
}

async function settleHeld(tx: Tx, { teamId }: Member, shown: number, data: Settled) {
  const { count: current } = await tx.notice.updateMany({
    where: { ...heldBy(teamId), digestId: null },
    data,
  });
  if (current !== shown) {
    throw new AppError(
      "CONFLICT",
      current === 0
        ? "No mail is held back any more: somebody has decided meanwhile."
        : `By now ${current} mails are held back. Look at them, then decide again.`,
      { details: { current } },
    );
  }
  await tx.notice.updateMany({ where: heldBy(teamId), data });
}

/** A key is used once, so the false reminder hands its own back to the true one. */
async function freeFutureKeys(tx: Tx, actor: Member): Promise<void> {
  const tomorrow = dayToColumn(addDays(latestDay(actor), 1));
  await tx.$executeRaw`
    update "Notice" set key = 'dropped:' || id::text
    where "teamId" = ${actor.teamId}::uuid and state = 'held' and "plannedOn" >= ${tomorrow}`;
}

async function recordAll(tx: Tx, actor: Member, action: string, count: number): Promise<void> {
  await record(tx, actor, {
    ...{ action, subjectType: "team", subjectId: actor.teamId },
    data: { name: String(count) },
  });
}

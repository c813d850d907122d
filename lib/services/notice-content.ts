import type { Letter } from "../email/letter";
import type { ClaimedNotice } from "./notice-claims";

/** One message that a mail tells, a row of its own: the mail's itself, or each that a digest carries. */
export interface Told {
  id: string;
  obligationId: string | null;
  requestId: string | null;
  dueOn: Date | null;
  milestone: number | null;
}

/** One that a digest does not tell any more, and a sentence on why. */
interface Dropped extends Told {
  reason: string;
}

interface Parts {
  told: readonly Told[];
  dropped: readonly Dropped[];
}

/** What to send to whom. */
export type Sendable = Parts & { letter: Letter; to: { name: string; address: string } };

/** What to send; or a sentence on why no mail is due any more; or that nobody can write it now. */
export type Written = Sendable | (Parts & { cancel: string }) | (Parts & { broken: true });

/** The row of a mail itself, as what it tells. */
export function selfOf({ id, obligationId, dueOn, milestone }: ClaimedNotice): Told {
  return { id, obligationId, requestId: null, dueOn, milestone };
}

/** That nobody can write a mail now. Should it be given up, what a digest gathered goes alone. */
export function broken(notice: ClaimedNotice): Written {
  const told = notice.kind === "digest" ? [] : [selfOf(notice)];
  return { broken: true, told, dropped: [] };
}

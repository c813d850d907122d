import { endsLater } from "./holding";
import { ACCESS_STATUSES, isOpen, type Verdict } from "./verdict";

/** What is compared; of the reasons only how many there are. */
export interface Nearness extends Pick<Verdict, "status" | "until"> {
  reasons: { readonly length: number };
}

/**
 * Whether `a` serves somebody better than `b`: open before shut; of open ones the later end, then
 * the confirmed; of shut ones the fewer shut gates, then the order in which statuses are listed.
 */
export function isNearer(a: Nearness, b: Nearness): boolean {
  const opens = isOpen(a);
  if (opens !== isOpen(b)) return opens;
  if (opens && a.until !== b.until) return endsLater(a.until, b.until);
  if (a.reasons.length !== b.reasons.length) return a.reasons.length < b.reasons.length;
  return rank(a) < rank(b);
}

function rank({ status }: Nearness): number {
  return ACCESS_STATUSES.indexOf(status);
}

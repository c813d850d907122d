import { REVIEW_STATUSES, type ReviewStatus } from "../archives/lifecycle";
import { plainWord } from "./sheet";

/** Words by which teams, archives and other systems call where a request stands. */
const WORDS: Record<ReviewStatus, readonly string[]> = {
  draft: [
    ...["draft", "preparing", "in preparation", "to do", "todo", "planned", "not started", "new"],
    ...["entwurf", "in vorbereitung", "geplant", "incomplete", "open"],
  ],
  internal_signoff: [
    ...["so review", "signing official", "internal", "signature", "to sign", "with legal", "legal"],
    ...["with our institution", "awaiting signature", "institutional review", "unterschrift"],
  ],
  submitted: ["submitted", "filed", "sent", "applied", "requested", "eingereicht", "beantragt"],
  in_review: [
    ...["in review", "review", "under review", "dac review", "with the archive", "with dac"],
    ...["processing", "waiting", "awaiting review", "awaiting decision", "in bearbeitung"],
  ],
  changes_requested: [
    ...["changes requested", "revision requested", "rev requested", "revisions requested"],
    ...["returned", "queries", "changes asked", "feedback", "nachforderung", "revise"],
  ],
  approved: [
    ...["approved", "granted", "accepted", "active", "access", "yes", "ok", "in force", "current"],
    ...["complete", "completed", "signed", "renewed", "genehmigt", "bewilligt", "aktiv", "ja"],
    ...["expired", "lapsed", "abgelaufen", "expiring", "ending soon"],
  ],
  rejected: ["rejected", "denied", "refused", "declined", "disapproved", "abgelehnt", "no"],
  withdrawn: ["withdrawn", "cancelled", "canceled", "abandoned", "zuruckgezogen"],
  closing: ["closing", "close out", "closeout", "closing out", "in close out"],
  closed: ["closed", "closed out", "finished", "destroyed", "archived", "geschlossen", "beendet"],
  terminated: ["terminated", "revoked", "suspended", "taken away", "widerrufen"],
};

const BY_WORD = new Map(
  REVIEW_STATUSES.flatMap((status) => WORDS[status].map((word) => [word, status] as const)),
);
const OVER = /^(?:expired|lapsed|abgelaufen)$/;

/** What a word of a sheet most likely says of a request; null where nobody could tell. */
export function statusOfWord(text: string): ReviewStatus | null {
  const word = plainWord(text);
  const exact = BY_WORD.get(word);
  if (exact) return exact;
  // Whoever keeps a sheet adds what it is about: "approved (NHLBI)", "Granted - 1 year".
  const [begun] = [...BY_WORD]
    .filter(([known]) => word.startsWith(`${known} `))
    .sort(([a], [b]) => b.length - a.length);
  return begun?.[1] ?? null;
}

/** What each of these words most likely says. */
export function guessStatuses(words: readonly string[]): Record<string, ReviewStatus | null> {
  return Object.fromEntries(words.map((word) => [word, statusOfWord(word)]));
}

/** True where the word says that an approval has run out. */
export function saysOver(text: string): boolean {
  return OVER.test(plainWord(text));
}

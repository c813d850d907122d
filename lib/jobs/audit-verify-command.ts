import { type AuditReport, verifyAllChains } from "../services/audit";

/**
 * `npm run audit:verify`: verifies the history of every team, one line each.
 * @returns 1 when a chain does not hold, and the first broken link on the last line
 */
export async function main(): Promise<number> {
  const reports = await verifyAllChains({ kind: "job", name: "audit:verify", now: new Date() });
  for (const report of reports) console.log(inWords(report));
  const broken = reports.find((report) => report.broken);
  if (broken) console.error(`History does not hold. First broken link: ${inWords(broken)}`);
  return broken ? 1 : 0;
}

const SENTENCES = {
  hash: "its content is not what was recorded",
  link: "it does not follow the event before it",
  gap: "it is missing",
  head: "history does not end where it should",
};

/** `lab: ok, 21 events`, or where and how the chain is broken. */
export function inWords({ slug, events, broken }: AuditReport): string {
  if (!broken) return `${slug}: ok, ${events} ${events === 1 ? "event" : "events"}`;
  const shownBy = broken.eventId && broken.what !== "gap" ? ` (${broken.eventId})` : "";
  return `${slug}: broken at event ${broken.seq}${shownBy}, ${SENTENCES[broken.what]}`;
}

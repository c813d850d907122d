import type { Language } from "../../languages";
import type { Reason } from "../../reminders/recipients";
import type { Letter } from "../letter";
import { nameLine } from "../one-line";
import { mailWords } from "../words";

/** Why a reminder goes to more people than those whom it concerns first. */
export interface Escalated {
  /** A mail to somebody came back, nobody took the duty, or its day is over. */
  cause: "bounced" | "unclaimed" | "missed";
  /** Since the first mail about it. */
  days: number;
  /** Whose mail came back. */
  names: readonly string[];
}

/** Who reads a reminder and why, and in which team. */
export interface Readers {
  /** Of whoever reads the mail. */
  language: Language;
  reasons: readonly Reason[];
  others: readonly { name: string; reasons: readonly Reason[] }[];
  team: string;
  /** Only for a reader who gets it for this, and not anyway. */
  escalated?: Escalated | null;
}

/** What a reader must know before all else: that somebody else did not get it, or did not act. */
export function openingOf({ escalated, language }: Readers): Letter["paragraphs"] {
  if (!escalated) return [];
  const { cause, days } = escalated;
  const { words, dates } = mailWords(language);
  const names = dates.list(escalated.names.map(nameLine));
  return [{ text: words(`reminder.escalated.${cause}`, { days, names }) }];
}

/**
 * The small print of a reminder: who else got it, and why the reader does.
 * @param facts.kind what is in the owner's care: the request of an `access`, or the `duty` itself
 */
export function closingOf(facts: Readers & { kind: "access" | "duty" }): string[] {
  const { words, dates } = mailWords(facts.language);
  const word = (reason: Reason) =>
    reason === "owner" ? (`owner_of.${facts.kind}` as const) : reason;
  const others = facts.others.map(({ name, reasons }) => {
    const functions = reasons.map((reason) => words(`reminder.function.${word(reason)}`));
    return `${nameLine(name)} (${functions.join(", ")})`;
  });
  const why = dates.list(facts.reasons.map((reason) => words(`reminder.because.${word(reason)}`)));
  return [
    others.length > 0
      ? words("reminder.others", { names: dates.list(others) })
      : words("reminder.onlyYou"),
    words("reminder.why", { why, team: nameLine(facts.team) }),
    words("automatic"),
  ];
}

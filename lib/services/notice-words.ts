import type { Day } from "../dates/day";
import type { Language } from "../languages";
import { type LetterRow, letterOfDuty } from "./duty-letter";

/** The sentences of a notice, as the mail about it has them. */
export interface NoticeWords {
  /** `[GB-12] MIMIC-IV 3.1: access ends 14 Mar 2027 (23 days left)`. */
  subject: string;
  /** The same without a date, for what is settled. */
  brief: string;
  /** When it is or was due, with the days between. */
  due: string;
}

/** A notice stands on a page of its own reader: who else got it, and the way there, are told beside it. */
const ALONE = { reasons: [], others: [], team: "", openTo: [], url: "" };

/**
 * What a mail would say about a duty to somebody who reads it.
 * @param reader their own day, time zone and language
 */
export function noticeWords(
  row: LetterRow,
  reader: { today: Day; timeZone: string; language: Language },
): NoticeWords {
  const { subject, brief, paragraphs } = letterOfDuty(row, { ...ALONE, ...reader });
  // The sentence about the day is the one that needs no word before it.
  const due = paragraphs.find(({ lead }) => !lead)?.text ?? "";
  return { subject, brief: brief ?? subject, due };
}

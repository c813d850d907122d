import type { CalendarEvent } from "../calendar/event";
import type { Language } from "../languages";
import { mailWords } from "./words";

/** One of several things that a digest tells of. */
export interface LetterItem {
  heading: string;
  text: string;
  url: string;
}

/** What a mail says, before it has a look. All texts are plain; only `action` and items are links. */
export interface Letter {
  language: Language;
  subject: string;
  /** What it is about in one line without a date, as a digest lists it. */
  brief?: string;
  heading: string;
  /** `lead` is set bold before its paragraph. */
  paragraphs: { lead?: string; text: string }[];
  facts: { label: string; value: string }[];
  /** What a digest gathers, under headings such as "This month". */
  sections?: { heading: string; items: LetterItem[] }[];
  action: { label: string; url: string };
  /** Small print: who else got it, why it came, who sent it. */
  closing: string[];
  /** Where its reader ends such mails with one click; absent where they cannot be ended. */
  unsubscribeUrl?: string;
  /** The dates that it is about, attached as a calendar file. */
  dates?: readonly CalendarEvent[];
}

/** The plain-text part of a mail: everything the HTML part says, with the link written out. */
export function plainText(letter: Letter): string {
  const paragraphs = letter.paragraphs.map(({ lead, text }) => (lead ? `${lead} ${text}` : text));
  const facts = letter.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const action = `${letter.action.label}:\n${letter.action.url}`;
  const sections = (letter.sections ?? []).map(sectionText);
  const closing = [letter.closing.join("\n")];
  if (letter.unsubscribeUrl)
    closing.push(`${mailWords(letter.language).words("unsubscribe")}:\n${letter.unsubscribeUrl}`);
  const print = `-- \n${closing.join("\n\n")}`;
  const parts = [letter.heading, ...paragraphs, facts, ...sections, action, print];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function sectionText({ heading, items }: { heading: string; items: LetterItem[] }): string {
  const lines = items.map((item) => `* ${item.heading}\n  ${item.text}\n  ${item.url}`);
  return `${heading}\n${"-".repeat(heading.length)}\n\n${lines.join("\n\n")}`;
}

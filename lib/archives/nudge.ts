import { type Day, daysBetween } from "../dates/day";
import { formatDayLong } from "../dates/format";
import type { Party } from "./lifecycle";

/** What a letter that asks for news may speak of; days are calendar days. */
export interface NudgeFacts {
  archive: { name: string; words: { request: string; item: string } };
  /** The archive's number of the request, null where it has none. */
  number: string | null;
  /** Our own number: `GB-12`. */
  ownNumber: string;
  title: string;
  /** What is asked for: its name, and the archive's number of it. */
  units: readonly { name: string; number: string | null }[];
  /** The persons for whom it is, where access is personal. */
  holders: readonly string[];
  pi: string | null;
  filedOn: Day | null;
  /** The words of the step in which it stands, since when, and today. */
  step: string;
  since: Day;
  today: Day;
  /** Who writes. */
  sender: string;
}

/** A letter that asks whoever has the move for news. */
export interface NudgeLetter {
  /** Where it is sent, as a sentence. */
  to: string;
  /** How it greets. */
  greeting: string;
  /** What it asks, as a paragraph. */
  question(facts: NudgeFacts): string;
}

/** The parties outside of a team whom one can ask for news. */
export type AskedParty = Exclude<Party, "us" | "holder" | "pi" | "nobody">;
export type NudgeLetters = Readonly<Record<AskedParty, NudgeLetter>>;

/** What suits every archive; each of them replaces what differs there. */
export const GENERAL_LETTERS: NudgeLetters = {
  dac: {
    to: "Write to the contact of the data access committee.",
    greeting: "Dear members of the data access committee,",
    question: () =>
      "Could you tell us whether anything is missing from our side, and by when we may expect a decision?",
  },
  reviewers: {
    to: "Write to the corresponding author of the data.",
    greeting: "Dear authors,",
    question: () =>
      "Could you tell us whether you need anything else from us before you decide, and by when we may expect your answer?",
  },
  help_desk: {
    to: "Write to the archive's help desk.",
    greeting: "Dear help desk,",
    question: () =>
      "Could you tell us where it stands, and whether we can do anything to help it on?",
  },
  archive: {
    to: "Write to the archive.",
    greeting: "Dear colleagues,",
    question: () =>
      "Could you tell us where it stands, and whether anything is missing from our side?",
  },
  reference: {
    to: "Write to the reference yourself; the archive's own mail holds the link to answer.",
    greeting: "Dear colleague,",
    question: ({ archive }) =>
      `You were named as a reference, and ${archive.name} wrote to you with a link to answer. Could you look for that mail, in the spam folder too, and answer it? It takes a minute.`,
  },
  signing_official: {
    to: "Write to your institution's signing official.",
    greeting: "Dear colleague,",
    question: ({ archive }) =>
      `It goes on at ${archive.name} only with your approval. Could you look at it, or tell us what you need from us?`,
  },
  legal_representative: {
    to: "Write to whoever signs for your institution.",
    greeting: "Dear colleague,",
    question: () =>
      "The agreement waits for the institution's signature. Could you tell us where it stands, and what you need from us?",
  },
};

/** Longer subjects are cut by mail programs. */
const SUBJECT = 160;

/** The subject of a letter: the archive, its number, what it is about. */
export function letterSubject(facts: NudgeFacts): string {
  const { archive, number } = facts;
  const about = number ? `${archive.name} ${archive.words.request} ${number}` : archive.name;
  const subject = `${about}, request for news: ${unitNames(facts)}`;
  return subject.length <= SUBJECT ? subject : `${subject.slice(0, SUBJECT - 1).trimEnd()}…`;
}

/** A whole letter, in plain text: greeting, the facts, the question, the sender. */
export function letterBody(letter: NudgeLetter, facts: NudgeFacts): string {
  const { sender, pi, ownNumber } = facts;
  return [
    letter.greeting,
    about(facts),
    `It has stood at “${facts.step}” since ${formatDayLong(facts.since)}, for ${inDays(facts)}. ${letter.question(facts)}`,
    "Thank you for your time.",
    `With kind regards,\n${sender}${pi && pi !== sender ? `\nfor ${pi}` : ""}`,
    `Our reference: ${ownNumber}`,
  ].join("\n\n");
}

function about(facts: NudgeFacts): string {
  const { archive, number, title, holders, pi, filedOn } = facts;
  const ours = `${archive.words.request}${number ? ` ${number}` : ""}`;
  return [
    `I am writing about our ${ours} at ${archive.name}, “${title}”, which asks for ${unitNames(facts)}.`,
    filedOn && `It was filed on ${formatDayLong(filedOn)}.`,
    holders.length > 0 && `It is for ${listed(holders)}.`,
    pi && `The principal investigator is ${pi}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** So many units are named; of more it is said how many. */
const NAMED = 4;

function unitNames({ units, archive }: NudgeFacts): string {
  const names = units.map(({ name, number }) =>
    number ? `${name} (${archive.words.item} ${number})` : name,
  );
  const more = names.length - NAMED;
  return listed(more > 0 ? [...names.slice(0, NAMED), `${more} more`] : names);
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function inDays({ since, today }: NudgeFacts): string {
  const days = daysBetween(since, today);
  return days === 1 ? "1 day" : `${days} days`;
}

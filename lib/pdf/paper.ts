/** A label with what it stands for. */
export interface PaperFact {
  label: string;
  value: string;
}

/** What stands in a section, from top to bottom. */
export type PaperBlock =
  | { kind: "text"; text: string }
  /** Said in small grey letters. */
  | { kind: "note"; text: string }
  | { kind: "facts"; facts: readonly PaperFact[] }
  /** A thing of several, with its own heading. */
  | { kind: "entry"; title: string; facts: readonly PaperFact[] }
  | { kind: "list"; items: readonly string[] };

/** A part with a heading; it gets a bookmark. */
export interface PaperSection {
  title: string;
  blocks: readonly PaperBlock[];
}

/** What a document says, apart from how it looks. */
export interface Paper {
  title: string;
  /** A line above the title: what kind of paper this is. */
  kicker: string;
  lead: string;
  sections: readonly PaperSection[];
  /** At the foot of each page, before the page number. */
  footer: string;
  author: string;
  /** Said once where something cannot be printed; see lib/pdf/fonts.ts. */
  unprintable: string;
  /** `Page 2 of 5`. */
  page(number: number, total: number): string;
  /** The language of the words, as an IETF tag. */
  lang: string;
  /** The moment that the file says it was made: the same paper gives the same bytes. */
  at: Date;
}

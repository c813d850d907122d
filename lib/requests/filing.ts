import { z } from "zod";
import type { Answers, AnswerValue, Field, Section } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";
import { type Day, isDay } from "../dates/day";
import { changedFields } from "./draft";

const answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));

// Copies that were kept before people and papers were part of them say null there.
const filingSchema = z.object({
  on: z.custom<Day>((text) => typeof text === "string" && isDay(text)),
  by: z.string().default(""),
  title: z.string(),
  answers,
  items: z.array(
    z.object({
      unit: z.string(),
      personId: z.string().nullable(),
      person: z.string().nullable().default(null),
      answers,
    }),
  ),
  people: z
    .array(
      z.object({
        personId: z.string(),
        name: z.string(),
        function: z.string().transform((role) => role as PersonFunction),
      }),
    )
    .nullable()
    .default(null),
  documents: z
    .array(z.object({ name: z.string(), sha256: z.string() }))
    .nullable()
    .default(null),
});

/**
 * One copy of everything that went to the archive, as it was on that day: `on` the day of filing,
 * `by` who recorded it, a unit by its code. `people` and `documents` are null where nobody kept them.
 */
export type Filing = z.output<typeof filingSchema>;
export type FiledItem = Filing["items"][number];
export type FiledPerson = NonNullable<Filing["people"]>[number];
export type FiledDocument = NonNullable<Filing["documents"]>[number];

/** The copies that a round keeps, oldest first; what cannot be read as one is left out. */
export function readFilings(filed: unknown): Filing[] {
  return (Array.isArray(filed) ? filed : []).flatMap((copy: unknown) => {
    const read = filingSchema.safeParse(copy);
    return read.success ? read.data : [];
  });
}

/**
 * The copies of a round that its last approval, given on that day, was about. What was filed later,
 * as a revision that was refused or given up, is none of them.
 */
export function approvedFilings(filed: unknown, decidedOn: Day): Filing[] {
  return readFilings(filed).filter(({ on }) => on <= decidedOn);
}

/** A question whose answer differs between two filings; `undefined` where it was not answered. */
export interface AnswerChange {
  field: Pick<Field, "id" | "label" | "kind" | "options">;
  before: AnswerValue | undefined;
  after: AnswerValue | undefined;
}

export interface SectionChanges {
  /** Null for answers to questions that the form no longer asks. */
  section: Section | null;
  /** The item that it is answered for; null where it is answered once. */
  item: FiledItem | null;
  changes: AnswerChange[];
}

interface Moved<T> {
  added: T[];
  removed: T[];
}

export interface FilingChanges {
  title: { before: string; after: string } | null;
  sections: SectionChanges[];
  items: Moved<FiledItem>;
  /** Null where one of the copies does not say. */
  people: Moved<FiledPerson> | null;
  documents: Moved<FiledDocument> | null;
}

/** What a filing says otherwise than the one before it, section by section, in the form's order. */
export function compareFilings(
  sections: readonly Section[],
  before: Filing,
  after: Filing,
): FilingChanges {
  const were = new Map(before.items.map((item) => [nameOf(item), item]));
  const each = after.items.flatMap((item) => {
    const was = were.get(nameOf(item));
    return was ? changesOf(sections, "item", was.answers, item.answers, item) : [];
  });
  return {
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    sections: [...changesOf(sections, "request", before.answers, after.answers, null), ...each],
    items: moved(before.items, after.items, nameOf),
    people: movedIfKnown(before.people, after.people, ({ personId, function: role }) =>
      [personId, role].join(),
    ),
    documents: movedIfKnown(before.documents, after.documents, ({ sha256 }) => sha256),
  };
}

/** Whether nothing at all differs. */
export function isUnchanged({ title, sections, items, people, documents }: FilingChanges): boolean {
  const isStill = (part: Moved<unknown> | null) =>
    part === null || part.added.length + part.removed.length === 0;
  return title === null && sections.length === 0 && [items, people, documents].every(isStill);
}

function nameOf({ unit, personId }: FiledItem): string {
  return [unit, personId ?? ""].join();
}

function changesOf(
  sections: readonly Section[],
  scope: Section["scope"],
  before: Answers,
  after: Answers,
  item: FiledItem | null,
): SectionChanges[] {
  const ids = new Set(changedFields(before, after));
  const known = sections
    .filter((section) => section.scope === scope)
    .map((section) => ({ section, fields: section.fields.filter((field) => ids.has(field.id)) }));
  const gone = [...ids]
    .filter((id) => !known.some(({ fields }) => fields.some((field) => field.id === id)))
    .map((id) => ({ id, label: id, kind: "text" as const }));
  return [...known, { section: null, fields: gone }]
    .filter(({ fields }) => fields.length > 0)
    .map(({ section, fields }) => ({
      section,
      item,
      changes: fields.map((field) => ({
        field,
        before: before[field.id],
        after: after[field.id],
      })),
    }));
}

function movedIfKnown<T>(
  before: readonly T[] | null,
  after: readonly T[] | null,
  key: (entry: T) => string,
): Moved<T> | null {
  return before && after ? moved(before, after, key) : null;
}

function moved<T>(before: readonly T[], after: readonly T[], key: (entry: T) => string): Moved<T> {
  const without = (some: readonly T[], others: readonly T[]) => {
    const known = new Set(others.map(key));
    return some.filter((entry) => !known.has(key(entry)));
  };
  return { added: without(after, before), removed: without(before, after) };
}

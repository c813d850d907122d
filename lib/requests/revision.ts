import type { Section } from "../archives/form";
import type { Party } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import { phrase } from "../said/phrase";

/** The part of every form that says what is asked for: it can be sent back as sections can. */
export const ITEMS_SECTION = "items";

/** A section that a move sends back, with what was said of it. */
export interface SentBackSection {
  section: string;
  comment: string;
}

/** A section as a revision keeps it: sent back, or opened by an organiser of ours later. */
export interface RevisedSection extends SentBackSection {
  /** Who of the team opened it although the archive did not name it, and why. */
  opened?: { by: string; on: Day; reason: string };
}

/** What was sent back in one go. Without sections the whole form is open. */
export interface RevisionFacts {
  id: string;
  number: number;
  askedBy: Party;
  askedOn: Day;
  comment: string;
  sections: readonly RevisedSection[];
  itemIds: readonly string[];
  /** The last day on which it stood open; null while it does. */
  answeredOn: Day | null;
}

/** An item as far as writing in the form looks at it: whether its step lets the form be edited. */
export interface WritableItem {
  id: string;
  isEditable: boolean;
}

/** Why a section cannot be written in: it lies with the archive, or it was not sent back. */
export type Lock = "handed_in" | "not_sent_back";

/**
 * Why nobody may write in a section now; null where it is open. A section of the request is open as
 * soon as one item opens it; a section of an item when that item does. An item opens the whole form
 * where it may be edited and nothing says that only parts of it were sent back.
 * @param section a section's id, or `ITEMS_SECTION`
 * @param itemId the item whose section it is; absent for sections of the request
 */
export function lockOf(
  items: readonly WritableItem[],
  revisions: readonly RevisionFacts[],
  section: string,
  itemId?: string,
): Lock | null {
  const concerned = items.filter(({ id }) => itemId === undefined || id === itemId);
  const editable = concerned.filter(({ isEditable }) => isEditable);
  // What joins a request has no id yet, and has never been handed in.
  if (concerned.length === 0 && itemId !== undefined) return null;
  if (editable.length === 0) return "handed_in";
  return editable.some(({ id }) => opens(id, section, revisions)) ? null : "not_sent_back";
}

function opens(itemId: string, section: string, revisions: readonly RevisionFacts[]): boolean {
  const about = openRevisions(revisions).filter(({ itemIds }) => itemIds.includes(itemId));
  if (about.length === 0) return true;
  return about.some(
    ({ sections }) => sections.length === 0 || sections.some((sent) => sent.section === section),
  );
}

/** Those that still wait for an answer. */
export function openRevisions<R extends RevisionFacts>(revisions: readonly R[]): R[] {
  return revisions.filter(({ answeredOn }) => answeredOn === null);
}

/** What was said when an item was sent back and waits for an answer, as one text. */
export function saidOf(revisions: readonly RevisionFacts[], itemId: string): string | undefined {
  const about = openRevisions(revisions).filter(({ itemIds }) => itemIds.includes(itemId));
  return (
    about
      .map(({ comment: said }) => said)
      .filter(Boolean)
      .join("\n\n") || undefined
  );
}

/** Something that was said of a section when it was sent back or opened. */
export interface SectionAsk {
  revision: Pick<RevisionFacts, "id" | "number" | "askedBy" | "askedOn">;
  comment: string;
  opened?: RevisedSection["opened"];
}

/** What still waits for an answer in a section, oldest first. */
export function asksOf(revisions: readonly RevisionFacts[], section: string): SectionAsk[] {
  return openRevisions(revisions).flatMap((revision) =>
    revision.sections
      .filter((sent) => sent.section === section)
      .map(({ comment: said, opened }) => ({ revision, comment: said, opened })),
  );
}

/** What is locked, by section id; of an item's sections by `item key/section id`. */
export type SectionLocks = Readonly<Record<string, Lock>>;

/** The name of a section among the locks. */
export function lockName(section: string, itemKey?: string): string {
  return itemKey === undefined ? section : `${itemKey}/${section}`;
}

/** Every section that nobody may write in now, and why. Items come with the key of their answers. */
export function locksOf(
  sections: readonly Pick<Section, "id" | "scope">[],
  items: readonly (WritableItem & { key: string })[],
  revisions: readonly RevisionFacts[],
): SectionLocks {
  const once = [ITEMS_SECTION, ...inScope(sections, "request")].map((id) => ({
    name: lockName(id),
    lock: lockOf(items, revisions, id),
  }));
  const each = items.flatMap((item) =>
    inScope(sections, "item").map((id) => ({
      name: lockName(id, item.key),
      lock: lockOf(items, revisions, id, item.id),
    })),
  );
  return Object.fromEntries(
    [...once, ...each].flatMap(({ name, lock }) => (lock === null ? [] : [[name, lock] as const])),
  );
}

function inScope(sections: readonly Pick<Section, "id" | "scope">[], scope: Section["scope"]) {
  return sections.filter((section) => section.scope === scope).map(({ id }) => id);
}

/** The section that an entry of a flat form belongs to; null for the title, which is ours alone. */
export function sectionOfEntry(
  sections: readonly Section[],
  entry: string,
): { lock: string; title: string } | null {
  if (entry === "title") return null;
  if (entry === "items") return { lock: ITEMS_SECTION, title: phrase("What you ask for") };
  const [fieldId = "", itemKey] = entry.split("/").reverse();
  const found = sections.find(({ fields }) => fields.some(({ id }) => id === fieldId));
  return found ? { lock: lockName(found.id, itemKey), title: found.title } : null;
}

import type { Answers, AnswerValue } from "../archives/form";
import { changedFields, type FlatForm } from "./draft";

/** What a form holds, apart from its version. */
export interface DraftContent {
  title: string;
  unitIds: readonly string[];
  personIds: readonly string[];
  answers: Answers;
  /** By `itemKey`. */
  itemAnswers: Readonly<Record<string, Answers>>;
}

/** One place where two texts of a form differ, named as in the history: `item/field` for items. */
export interface Difference {
  name: string;
  mine: unknown;
  theirs: unknown;
  /** Theirs where only they changed it since the form was loaded, else mine. */
  proposal: "mine" | "theirs";
}

/** The name of the entry that holds the units and persons asked for. */
export const ITEMS_ENTRY = "items";

/** A form as one flat record. */
export function flattenContent(content: DraftContent): FlatForm {
  const flat: Record<string, unknown> = {
    title: content.title,
    [ITEMS_ENTRY]: [...new Set([...content.unitIds, ...content.personIds])].sort(),
    ...content.answers,
  };
  for (const [key, answers] of Object.entries(content.itemAnswers)) {
    for (const [field, value] of Object.entries(answers)) flat[`${key}/${field}`] = value;
  }
  return flat;
}

/** Where my text and theirs differ; `base` is what both started from. */
export function differences(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
): Difference[] {
  const [was, my, their] = [flattenContent(base), flattenContent(mine), flattenContent(theirs)];
  const changedByMe = new Set(changedFields(was, my));
  return changedFields(my, their)
    .filter((name) => name !== "title" || !isUntitled(mine))
    .map((name) => ({
      name,
      mine: my[name],
      theirs: their[name],
      proposal: changedByMe.has(name) ? "mine" : "theirs",
    }));
}

/** An empty title is no text of anybody's: a title is given when it is saved. */
function isUntitled({ title }: DraftContent): boolean {
  return title.trim() === "";
}

/** My text with the named entries taken from theirs. */
export function merge(
  mine: DraftContent,
  theirs: DraftContent,
  takeTheirs: ReadonlySet<string>,
): DraftContent {
  const items = takeTheirs.has(ITEMS_ENTRY) ? theirs : mine;
  const merged = {
    title: takeTheirs.has("title") || isUntitled(mine) ? theirs.title : mine.title,
    unitIds: items.unitIds,
    personIds: items.personIds,
    answers: { ...mine.answers },
    itemAnswers: { ...mine.itemAnswers },
  };
  for (const name of takeTheirs) {
    if (name === "title" || name === ITEMS_ENTRY) continue;
    const [field = "", key] = name.split("/").reverse();
    if (key === undefined) {
      merged.answers = replaced(merged.answers, field, theirs.answers[field]);
    } else {
      const answers = merged.itemAnswers[key] ?? {};
      merged.itemAnswers[key] = replaced(answers, field, theirs.itemAnswers[key]?.[field]);
    }
  }
  return merged;
}

function replaced(answers: Answers, field: string, value: AnswerValue | undefined): Answers {
  const { [field]: _, ...others } = answers;
  return value === undefined ? others : { ...others, [field]: value };
}

import type { Archive } from "../archives/archive";
import type {
  Answers,
  AnswerValue,
  Field,
  NamedPerson,
  Section,
  UnitFacts,
} from "../archives/form";
import { type FormMode, isEmpty, readAnswer } from "./answer";

/** A question that still stands between the form and its filing. `message` is a sentence. */
export interface MissingAnswer {
  sectionId: string;
  /** Present when the question is answered for each item. */
  itemId?: string;
  fieldId: string;
  label: string;
  message: string;
}

/** An item as its form sees it: its id (or any other name of it), the unit it asks for, and for whom. */
export interface FormItem {
  id: string;
  unit?: UnitFacts;
  personId?: string | null;
}

/** The sections answered once for the request, or once for each item. */
export function sectionsFor(sections: readonly Section[], scope: Section["scope"]): Section[] {
  return sections.filter((section) => section.scope === scope);
}

/**
 * The questions of a section that count, given the answers of its form: a question with `when`
 * counts only while the earlier question it hangs on counts and is answered that way.
 */
export function countingFields(section: Section, answers: Answers): Field[] {
  const counting: Field[] = [];
  for (const field of section.fields) {
    const { when } = field;
    const hidden =
      section.fields.some(({ id }) => id === when?.field) &&
      !counting.some(({ id }) => id === when?.field);
    if (!when || (!hidden && matches(answers[when.field], when.in))) counting.push(field);
  }
  return counting;
}

function matches(value: AnswerValue | undefined, wanted: readonly string[]): boolean {
  if (value === undefined) return false;
  const given = Array.isArray(value) ? value : [String(value)];
  return given.some((entry) => wanted.includes(entry));
}

/**
 * The answers of a form as they are kept, and what is wrong with them, in the order of the form. `draft`
 * takes what is unfinished; `complete` demands the required ones and drops those that do not count.
 */
export function readForm(
  sections: readonly Section[],
  raw: Readonly<Record<string, unknown>>,
  mode: FormMode,
): { answers: Record<string, AnswerValue>; problems: MissingAnswer[] } {
  const answers: Record<string, AnswerValue> = {};
  const problems: MissingAnswer[] = [];
  for (const section of sections) {
    for (const field of section.fields) {
      const given = Object.hasOwn(raw, field.id) ? raw[field.id] : undefined;
      if (mode === "draft" ? given === undefined : !counts(section, field, answers)) continue;
      const reading = readAnswer(field, given, mode);
      if (!reading.ok) {
        const { message } = reading;
        problems.push({ sectionId: section.id, fieldId: field.id, label: field.label, message });
      } else if (mode === "draft" || !isEmpty(reading.value)) {
        answers[field.id] = reading.value;
      }
    }
  }
  return { answers, problems };
}

/** What `when` hangs on comes earlier, so its answer has been read by now, if it counts. */
function counts(section: Section, field: Field, answersSoFar: Answers): boolean {
  return field.when === undefined || countingFields(section, answersSoFar).includes(field);
}

/**
 * What is missing or wrong, question by question, in the order of the form: first the sections of
 * the request, then those of each item. `itemAnswers` is by item id. Empty when complete.
 */
export function missingAnswers(
  sections: readonly Section[],
  answers: Answers,
  itemAnswers: Readonly<Record<string, Answers>>,
  items: readonly FormItem[],
): MissingAnswer[] {
  const ofItem = sectionsFor(sections, "item");
  return [
    ...readForm(sectionsFor(sections, "request"), answers, "complete").problems,
    ...items.flatMap(({ id }) =>
      readForm(ofItem, itemAnswers[id] ?? {}, "complete").problems.map((problem) => ({
        ...problem,
        itemId: id,
      })),
    ),
  ];
}

/**
 * Everything that stands between this form and its filing: the missing answers and those that
 * break one of the archive's rules across fields. At most one entry per question. Empty when the
 * form may be filed. `people` are those of the team, whom answers name by id.
 */
export function reviewAnswers(
  archive: Pick<Archive, "sections" | "checkAnswers">,
  lifecycleId: string,
  answers: Answers,
  itemAnswers: Readonly<Record<string, Answers>>,
  items: readonly FormItem[],
  people: readonly NamedPerson[],
): MissingAnswer[] {
  const sections = archive.sections(lifecycleId);
  const found = missingAnswers(sections, answers, itemAnswers, items);
  const counting = countingAnswers(sectionsFor(sections, "request"), answers);
  const ofItem = sectionsFor(sections, "item");
  const answered = items.map((item) => ({
    ...item,
    answers: countingAnswers(ofItem, itemAnswers[item.id] ?? {}),
  }));
  for (const problem of archive.checkAnswers?.(lifecycleId, counting, answered, people) ?? []) {
    const { field: fieldId, itemId, message } = problem;
    if (found.some((known) => known.fieldId === fieldId && known.itemId === itemId)) continue;
    const section = sections.find(({ fields }) => fields.some(({ id }) => id === fieldId));
    const label = section?.fields.find(({ id }) => id === fieldId)?.label ?? fieldId;
    const place = itemId === undefined ? {} : { itemId };
    found.push({ sectionId: section?.id ?? "", ...place, fieldId, label, message });
  }
  return found;
}

/** The answers that would be filed: a rule across fields must not see what does not count. */
function countingAnswers(sections: readonly Section[], answers: Answers): Answers {
  return readForm(sections, answers, "complete").answers;
}

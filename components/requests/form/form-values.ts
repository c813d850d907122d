import type { ControllerRenderProps } from "react-hook-form";
import type { Answers, AnswerValue, Field, NamedPerson } from "@/lib/archives/form";
import { itemKey, itemsOf } from "@/lib/requests/draft";
import type { DraftContent } from "@/lib/requests/merge";

/** An access unit as the form shows it and as the archive's rules read it. */
export interface FormUnit {
  id: string;
  code: string;
  /** As people say it: `MIMIC-IV v3.1`. */
  name: string;
  dataset: string;
  consentCode: string | null;
  dac: string | null;
  accessClass: string;
  policy: string | null;
}

/** A person as the form shows them and as the archive's rules read them. */
export interface FormPerson extends NamedPerson {
  /** What tells two of one name apart: position and institution. */
  note: string;
  hasLeft: boolean;
}

/** What react-hook-form holds; item answers are by `itemKey`. */
export interface FormValues {
  title: string;
  unitIds: string[];
  personIds: string[];
  answers: Record<string, AnswerValue | undefined>;
  itemAnswers: Record<string, Record<string, AnswerValue | undefined>>;
}

/** Where an answer stands in the form. */
export type AnswerName = `answers.${string}` | `itemAnswers.${string}.${string}`;

/** What an input needs of the form. */
export type AnswerControl = ControllerRenderProps<FormValues, AnswerName>;

/** One item of the form: its key, the unit, and at PhysioNet the person. */
export interface FormItem {
  id: string;
  unit: FormUnit;
  person: FormPerson | null;
}

/** The items that the form asks for now. What is not in the lists is left out. */
export function formItems(
  archive: { itemPerPerson: boolean },
  values: Pick<FormValues, "unitIds" | "personIds">,
  units: readonly FormUnit[],
  people: readonly FormPerson[],
): FormItem[] {
  return itemsOf(archive, values).flatMap((item) => {
    const unit = units.find(({ id }) => id === item.unitId);
    const person = people.find(({ id }) => id === item.personId) ?? null;
    if (!unit || (archive.itemPerPerson && !person)) return [];
    return [{ id: itemKey(item), unit, person }];
  });
}

/** The values as a draft holds them; answers of persons and data taken off again stay behind. */
export function contentOf(values: FormValues, items: readonly { id: string }[]): DraftContent {
  return {
    title: values.title,
    unitIds: values.unitIds,
    personIds: values.personIds,
    answers: given(values.answers),
    itemAnswers: Object.fromEntries(
      items.map(({ id }) => [id, given(values.itemAnswers[id] ?? {})]),
    ),
  };
}

/** The draft as the form starts with it. */
export function valuesOf(content: DraftContent): FormValues {
  return {
    title: content.title,
    unitIds: [...content.unitIds],
    personIds: [...content.personIds],
    answers: { ...content.answers },
    itemAnswers: Object.fromEntries(
      Object.entries(content.itemAnswers).map(([key, answers]) => [key, { ...answers }]),
    ),
  };
}

function given(answers: Record<string, AnswerValue | undefined>): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(
      (entry): entry is [string, AnswerValue] => entry[1] !== undefined,
    ),
  );
}

/** What an input shows for a question that has not been answered. */
export function blankAnswer(kind: Field["kind"]): AnswerValue {
  if (kind === "checkbox") return false;
  return kind === "multiselect" || kind === "people" ? [] : "";
}

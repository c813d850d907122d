import { z } from "zod";
import {
  ANSWER_TOPICS,
  type Answers,
  type AnswerTopic,
  type Field,
  type Section,
} from "../archives/form";
import { lineField } from "../team/line-field";
import { textField } from "../team/text-field";
import { isEmpty } from "./answer";
import { itemKey } from "./draft";

/** Longest title and text of an answer in the library, in characters. */
const ANSWER_LIMITS = { title: 120, text: 10_000 };

const fields = {
  title: lineField(ANSWER_LIMITS.title, "Give the answer a title."),
  text: textField(ANSWER_LIMITS.text, "Write the answer."),
};

/** What is typed of an answer. */
export const answerForm = z.strictObject({
  topic: z.enum(ANSWER_TOPICS, "Choose a topic."),
  ...fields,
});
export type AnswerFields = z.input<typeof answerForm>;
export type AnswerFacts = z.output<typeof answerForm>;

/** A new answer; `commandId` is made by the form, so that a double click adds one. */
export const addAnswerForm = z.strictObject({ commandId: z.uuid(), ...answerForm.shape });
export type AddAnswer = z.output<typeof addAnswerForm>;

export const changeAnswerForm = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  ...fields,
});
export type ChangeAnswer = z.output<typeof changeAnswerForm>;

/** Takes an answer out of use, or back into it. */
export const retireAnswerForm = z.strictObject({ id: z.uuid(), isRetired: z.boolean() });
export type RetireAnswer = z.output<typeof retireAnswerForm>;

/** A question that the library can answer, as it stands in one request. */
export interface TopicalQuestion {
  /** Its name in the flat form. */
  entry: string;
  sectionId: string;
  field: Field & { topic: AnswerTopic };
  /** What is written there; empty when it is not answered. */
  text: string;
  /** The item that it is answered for; absent where it is answered once. */
  item?: { unitId: string; personId: string | null };
}

/** The questions of a request that have a topic, in the order of its form. */
export function topicalQuestions(
  sections: readonly Section[],
  form: {
    answers: Answers;
    items: readonly { unitId: string; personId: string | null; answers: Answers }[];
  },
): TopicalQuestion[] {
  return sections.flatMap((section) =>
    section.fields.filter(hasTopic).flatMap((field): TopicalQuestion[] => {
      const about = { sectionId: section.id, field };
      if (section.scope === "request") {
        return [{ ...about, entry: field.id, text: textOf(form.answers, field.id) }];
      }
      return form.items.map((item) => ({
        ...about,
        entry: `${itemKey(item)}/${field.id}`,
        text: textOf(item.answers, field.id),
        item: { unitId: item.unitId, personId: item.personId },
      }));
    }),
  );
}

function hasTopic(field: Field): field is TopicalQuestion["field"] {
  return field.topic !== undefined;
}

function textOf(answers: Answers, id: string): string {
  const value = answers[id];
  return typeof value === "string" && !isEmpty(value) ? value : "";
}

/** The topics that these forms ask about, in the library's order. */
export function topicsOf(forms: readonly (readonly Section[])[]): AnswerTopic[] {
  const asked = new Set(
    forms.flat().flatMap((section) => section.fields.flatMap(({ topic }) => topic ?? [])),
  );
  return ANSWER_TOPICS.filter((topic) => asked.has(topic));
}

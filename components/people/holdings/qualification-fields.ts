import type { Field } from "@/lib/archives/form";
import type { Ask, Move, ReviewStatus, Step } from "@/lib/archives/lifecycle";
import type { QualificationType } from "@/lib/archives/qualification";
import { daysOf } from "@/lib/people/qualification-checks";
import type { QualificationDay } from "@/lib/people/qualification-days";
import type { QualificationFields } from "@/lib/people/qualification-forms";
import { type FactField, type FactValues, textOf } from "./fact-fields";

/** Words for what the type's own moves do not ask. */
export type FieldWords = (
  key: "step" | "since" | "startsOn" | "completedOn" | "reportEndsOn" | "endsOn" | "reference",
) => string;

const STEP = "step";
/** Where something may stand when it is written down: whatever is over is of no use any more. */
const RECORDED: readonly ReviewStatus[] = [
  "draft",
  "internal_signoff",
  "submitted",
  "in_review",
  "changes_requested",
  "approved",
];

/** The questions about one that is written down for the first time, where it stands already. */
export function recordFields(
  type: QualificationType,
  words: FieldWords,
  values: FactValues,
): FactField[] {
  const { steps, initial } = type.lifecycle;
  const open = steps.filter(({ status }) => RECORDED.includes(status));
  const step = steps.find(({ id }) => id === textOf(values, STEP));
  const where: FactField = {
    ...{ path: STEP, label: words("step"), kind: "select", required: true },
    options: open.map(({ id, label }) => ({ value: id, label })),
  };
  if (!step || step.id === initial) return [where, ...answerFields(type, values)];
  return [where, ...factFields(type, step, words, values)];
}

/** The questions about one that stands in a step: its days, number and answers. */
export function factFields(
  type: QualificationType,
  step: Step,
  words: FieldWords,
  values: FactValues,
): FactField[] {
  const isHeld = step.status === "approved";
  const since: FactField = {
    ...{ path: "qualification.since", kind: "date", required: true },
    label: entering(type, step.id)?.label ?? words("since"),
  };
  const days = daysOf(type)
    .filter((name) => isHeld || (name !== "startsOn" && name !== "endsOn"))
    .map((name) => dayField(type, name, words));
  return [
    ...(isHeld ? [] : [since]),
    ...days,
    ...referenceField(type, words),
    ...answerFields(type, values),
  ];
}

/** The questions of a move. */
export function moveFields({ asks }: Move): FactField[] {
  return asks.map(({ id, label, kind, required, help, example }) => ({
    ...{ path: `answers.${id}`, label, kind, required },
    ...(help && { help }),
    ...(example && { example }),
  }));
}

/** What a form about a qualification sends, from what was typed. */
export function typedQualification(
  type: QualificationType,
  values: FactValues,
): { step: string; qualification: QualificationFields } {
  const text = (name: string) => textOf(values, `qualification.${name}`);
  return {
    step: textOf(values, STEP),
    qualification: {
      since: text("since"),
      completedOn: text("completedOn"),
      startsOn: text("startsOn"),
      reportEndsOn: text("reportEndsOn"),
      endsOn: text("endsOn"),
      reference: text("reference"),
      answers: Object.fromEntries(
        type.fields.flatMap(({ id }) => {
          const value = values[`qualification.answers.${id}`];
          return value === undefined || value === "" ? [] : [[id, value]];
        }),
      ),
    },
  };
}

/** The question of the day on which a step is entered, in the words of the move that leads there. */
function entering(type: QualificationType, step: string): Ask | undefined {
  const asks = type.lifecycle.moves
    .filter(({ to }) => to === step)
    .map((move) => move.asks.find(({ meaning }) => meaning === "on"));
  return asks.find((ask) => ask !== undefined);
}

function askAbout(type: QualificationType, meaning: Ask["meaning"]): Ask | undefined {
  return type.lifecycle.moves.flatMap(({ asks }) => asks).find((ask) => ask.meaning === meaning);
}

function dayField(type: QualificationType, name: QualificationDay, words: FieldWords): FactField {
  const held = type.lifecycle.steps.find(({ status }) => status === "approved");
  const isStart = name === "startsOn";
  const ask = isStart ? entering(type, held?.id ?? "") : askAbout(type, name);
  return {
    ...{ path: `qualification.${name}`, label: ask?.label ?? words(name), kind: "date" },
    ...{ required: isStart },
    ...(ask?.help && { help: ask.help }),
  };
}

function referenceField(type: QualificationType, words: FieldWords): FactField[] {
  const ask = askAbout(type, "reference");
  if (!ask) return [];
  return [
    {
      ...{ path: "qualification.reference", kind: "text" },
      label: ask.label || words("reference"),
      ...(ask.help && { help: ask.help }),
      ...(ask.example && { example: ask.example }),
    },
  ];
}

const KINDS: Partial<Record<Field["kind"], FactField["kind"]>> = {
  textarea: "comment",
  date: "date",
  select: "select",
  multiselect: "multiselect",
  checkbox: "checkbox",
};

function answerFields({ fields }: QualificationType, values: FactValues): FactField[] {
  const pathOf = (id: string) => `qualification.answers.${id}`;
  return fields
    .filter(({ when }) => !when || when.in.includes(textOf(values, pathOf(when.field))))
    .map((field) => ({
      path: pathOf(field.id),
      label: field.label,
      kind: KINDS[field.kind] ?? "text",
      required: field.required,
      help: field.guidance,
      ...(field.options && { options: field.options }),
    }));
}

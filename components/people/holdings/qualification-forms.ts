import type { Move } from "@/lib/archives/lifecycle";
import type { QualificationType } from "@/lib/archives/qualification";
import type { Day } from "@/lib/dates/day";
import type { Box } from "@/lib/people/boxes";
import type { Say } from "@/lib/said/say";
import type { QualificationRecord } from "@/lib/services/qualification-rows";
import { type FactField, type FactValues, textOf } from "./fact-fields";
import type { HoldingForm } from "./holding-form";
import type { Holdings } from "./holdings";
import {
  type FieldWords,
  factFields,
  moveFields,
  recordFields,
  typedQualification,
} from "./qualification-fields";

/** What the forms about one qualification are made from. */
export interface QualificationContext {
  holdings: Holdings;
  type: QualificationType;
  box: Pick<Box, "unitId" | "requestId">;
  /** The one that it is about; undefined for a new one. */
  row: QualificationRecord | undefined;
  fieldWords: FieldWords;
  words: QualificationWords;
  /** Says what the archives call the paper. */
  say: Say;
}

/** The words of these forms, `name` being what the qualification is called. */
export type QualificationWords = (
  key:
    | ("recordTitle" | "recorded" | "correctTitle" | "corrected" | "moved")
    | ("waiveTitle" | "waiveText" | "waive" | "waived" | "waiveFrom" | "waiveUntil" | "waiveWhy")
    | ("proveTitle" | "proved" | "proofFile" | "unit" | "request" | "forAll" | "waiveWhyHelp"),
  facts: { name: string; step: string; kind: string; size: string },
) => string;

/** Records a first one, or a new one beside the old. */
export function recordQualificationForm(context: QualificationContext): HoldingForm {
  const { holdings, type, box, fieldWords } = context;
  const say = wordsOf(context);
  const start: FactValues = {
    step: type.lifecycle.initial,
    ...{ unitId: box.unitId ?? "", requestId: box.requestId ?? "" },
  };
  return {
    title: say("recordTitle"),
    intro: type.guidance,
    start,
    fieldsFor: (values) => [...scopeFields(context), ...recordFields(type, fieldWords, values)],
    proof: proofOf(context),
    send: ({ values, documentId, commandId }) =>
      holdings.actions.recordQualification({
        ...{ commandId, ...holderOf(context, values), documentId },
        ...typedQualification(type, values),
      }),
    done: say("recorded"),
  };
}

/** Records what happened: a move of the type's lifecycle. */
export function moveQualificationForm(context: QualificationContext, move: Move): HoldingForm {
  const { holdings, type, row } = context;
  const to = type.lifecycle.steps.find(({ id }) => id === move.to);
  // The paper comes with what is sent or decided.
  const isProved = row?.document !== null;
  const takesProof = !isProved && move.tone !== "danger" && to?.status !== "draft";
  return {
    title: move.label,
    start: Object.fromEntries(
      move.asks.map(({ id, initial, meaning }) => [
        `answers.${id}`,
        initial ?? startOfAsk(meaning, row, holdings.today),
      ]),
    ),
    fieldsFor: () => moveFields(move),
    ...(takesProof && { proof: proofOf(context) }),
    isDanger: move.tone === "danger",
    send: ({ values, documentId, commandId }) =>
      holdings.actions.moveQualification({
        ...{ commandId, id: row?.id, version: row?.version, move: move.id, documentId },
        answers: Object.fromEntries(
          move.asks.map(({ id }) => [id, textOf(values, `answers.${id}`)]),
        ),
      }),
    done: wordsOf(context, to?.label)("moved"),
  };
}

/** Corrects days, number and answers; where it stands stays. */
export function correctQualificationForm(context: QualificationContext): HoldingForm {
  const { holdings, type, row, fieldWords } = context;
  const say = wordsOf(context);
  const step = type.lifecycle.steps.find(({ id }) => id === row?.step);
  return {
    title: say("correctTitle"),
    start: row ? startOfRow(row) : {},
    fieldsFor: (values) => (step ? factFields(type, step, fieldWords, values) : []),
    send: ({ values }) =>
      holdings.actions.correctQualification({
        ...{ id: row?.id, version: row?.version },
        qualification: typedQualification(type, values).qualification,
      }),
    done: say("corrected"),
  };
}

/** Holds it to be met although it is not there, for a time and with a reason. */
export function waiveQualificationForm(context: QualificationContext): HoldingForm {
  const { holdings, box, row } = context;
  const say = wordsOf(context);
  return {
    title: say("waiveTitle"),
    intro: say("waiveText"),
    start: { from: holdings.today, unitId: box.unitId ?? "", requestId: box.requestId ?? "" },
    fieldsFor: () => [
      { path: "from", label: say("waiveFrom"), kind: "date", required: true },
      { path: "until", label: say("waiveUntil"), kind: "date", required: true },
      {
        ...{ path: "why", label: say("waiveWhy"), kind: "comment", required: true },
        help: say("waiveWhyHelp"),
      },
    ],
    submit: say("waive"),
    send: ({ values, commandId }) =>
      holdings.actions.waiveQualification({
        ...{ commandId, ...holderOf(context, values) },
        row: row ? { id: row.id, version: row.version } : null,
        ...{ from: textOf(values, "from"), until: textOf(values, "until") },
        why: textOf(values, "why"),
      }),
    done: say("waived"),
  };
}

/** Adds the document that proves it. */
export function proveQualificationForm(context: QualificationContext): HoldingForm {
  const { holdings, row } = context;
  const say = wordsOf(context);
  return {
    title: say("proveTitle"),
    start: {},
    fieldsFor: () => [],
    proof: { ...proofOf(context), isRequired: true },
    send: ({ documentId }) =>
      holdings.actions.attachProof({ kind: "qualification", id: row?.id, documentId }),
    done: say("proved"),
  };
}

/** The paper that proves it, and the kind of file that its receiver takes. */
function proofOf(context: QualificationContext): { label: string } {
  const { proofFile } = context.type;
  const proof = context.say(context.type.proof);
  const label = proof.charAt(0).toUpperCase() + proof.slice(1);
  const kind = context.say(proofFile?.label ?? "");
  const facts = { name: label, kind, size: context.say(proofFile?.maxLabel ?? "") };
  return { label: proofFile ? context.words("proofFile", { ...facts, step: "" }) : label };
}

function wordsOf({ words, type }: QualificationContext, step = "") {
  const facts = { name: type.name, step, kind: "", size: "" };
  return (key: Parameters<QualificationWords>[0]) => words(key, facts);
}

function holderOf({ holdings, type }: QualificationContext, values: FactValues) {
  return {
    type: type.id,
    personId: holdings.personId,
    unitId: textOf(values, "unitId") || null,
    requestId: textOf(values, "requestId") || null,
  };
}

/** Where it counts: for one data set, or one request, or for all. */
function scopeFields(context: QualificationContext): FactField[] {
  const { scope } = context.type;
  if (!scope) return [];
  const say = wordsOf(context);
  const options = [{ value: "", label: say("forAll") }, ...context.holdings.scopes[scope]];
  return [{ path: `${scope}Id`, label: say(scope), kind: "select", required: true, options }];
}

function startOfAsk(
  meaning: Move["asks"][number]["meaning"],
  row: QualificationRecord | undefined,
  today: Day,
): string {
  switch (meaning) {
    case "on":
      return today;
    case "reference":
    case "completedOn":
    case "reportEndsOn":
    case "endsOn":
      return row?.[meaning] ?? "";
    default:
      return "";
  }
}

function startOfRow(row: QualificationRecord): FactValues {
  const days = ["completedOn", "startsOn", "reportEndsOn", "endsOn", "reference"] as const;
  return {
    step: row.step,
    "qualification.since": row.stepSince,
    ...Object.fromEntries(days.map((name) => [`qualification.${name}`, row[name] ?? ""])),
    ...Object.fromEntries(
      Object.entries(row.answers).map(([id, value]) => [`qualification.answers.${id}`, value]),
    ),
  };
}

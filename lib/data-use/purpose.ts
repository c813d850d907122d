import { z } from "zod";
import { COUNTRIES } from "../archives/countries";
import { type Day, isDay } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { lineField } from "../team/line-field";
import { ANSWERS, RESEARCH_KINDS } from "./purpose-questions";

const answer = z.enum(ANSWERS, "Choose one of the answers.");

function listOf(longest: number, most: number) {
  return z
    .array(lineField(longest))
    .max(most, `Name at most ${most}.`)
    .transform((entries) => [...new Set(entries.filter((entry) => entry !== ""))]);
}

const country = z
  .string()
  .refine(
    (code) => code === "" || COUNTRIES.some(({ value }) => value === code),
    "Choose a country from the list.",
  );

const lastDay = z.string().transform((typed, context): Day | null => {
  const text = typed.trim();
  if (text === "") return null;
  if (isDay(text)) return text;
  context.addIssue(dayProblem(text) ?? "");
  return z.NEVER;
});

/** A project's purpose as typed: DUO-style statements under a name. Days are `YYYY-MM-DD`. */
export const purposeForm = z
  .strictObject({
    name: lineField(120, "Give the purpose a name."),
    kinds: z.array(z.enum(RESEARCH_KINDS)).min(1, "Choose at least one kind of research."),
    diseases: listOf(120, 20),
    notForProfit: answer,
    commercial: answer,
    ethics: answer,
    collaboration: answer,
    publishes: answer,
    returnsResults: answer,
    country,
    institution: lineField(200),
    users: listOf(120, 50),
    until: lastDay,
  })
  .refine(({ kinds, diseases }) => !kinds.includes("disease") || diseases.length > 0, {
    path: ["diseases"],
    message: "Name the disease, or do not choose research on named diseases.",
  })
  .transform((purpose) => ({
    ...purpose,
    kinds: RESEARCH_KINDS.filter((kind) => purpose.kinds.includes(kind)),
    diseases: purpose.kinds.includes("disease") ? purpose.diseases : [],
  }));
/** A purpose's form as typed. */
export type PurposeFields = z.input<typeof purposeForm>;
/** A purpose's form as checked. */
export type PurposeFacts = z.output<typeof purposeForm>;
/** What a purpose says, without its name. */
export type Statements = Omit<PurposeFacts, "name">;

/** A form in which nothing is said yet. */
export const NEW_PURPOSE: PurposeFields = {
  name: "",
  kinds: [],
  diseases: [],
  notForProfit: "unknown",
  commercial: "unknown",
  ethics: "unknown",
  collaboration: "unknown",
  publishes: "unknown",
  returnsResults: "unknown",
  country: "",
  institution: "",
  users: [],
  until: "",
};

/**
 * A stored purpose as checked. One that this form cannot read any more says nothing, and what says
 * nothing fits nowhere.
 */
export function statementsOf(stored: unknown): Statements {
  const read = purposeForm.safeParse({ ...NEW_PURPOSE, ...asFields(stored), name: "Stored" });
  if (!read.success) return { ...NOTHING_SAID };
  const { name: _name, ...statements } = read.data;
  return statements;
}

const NOTHING_SAID: Statements = {
  ...NEW_PURPOSE,
  kinds: [],
  diseases: [],
  users: [],
  until: null,
};

function asFields(stored: unknown): object {
  if (typeof stored !== "object" || stored === null) return {};
  return "until" in stored && stored.until === null ? { ...stored, until: "" } : stored;
}

/** `commandId` is made by the form: the same form sent twice adds one purpose. */
export const createPurposeForm = z.strictObject({
  commandId: z.uuid("This form is broken; load the page again."),
  purpose: purposeForm,
});
export type CreatePurpose = z.output<typeof createPurposeForm>;

/** A change carries the version it was based on. */
export const updatePurposeForm = z.strictObject({
  id: z.uuid("This purpose is unknown; load the page again."),
  version: z.int32().min(1),
  purpose: purposeForm,
});
export type UpdatePurpose = z.output<typeof updatePurposeForm>;

/** Which purpose to take away. */
export const removePurposeForm = z.strictObject({
  id: z.uuid("This purpose is unknown; load the page again."),
});

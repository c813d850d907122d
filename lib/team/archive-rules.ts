import { z } from "zod";
import type { Archive } from "../archives/archive";
import type { RuleSetting, RuleValues } from "../archives/qualification";
import { isDay } from "../dates/day";
import { dayProblem } from "../dates/day-problem";

type RuleValue = RuleValues[string];

/** A hundred years: more than anything lasts, and far inside the calendar we read. */
const MOST_DAYS = 36_500;

/** What the page sends; `version` is 0 where the team has set nothing yet. Days and numbers are text. */
export const archiveRulesForm = z.strictObject({
  archive: z.string().max(60),
  version: z.int32().min(0),
  values: z.record(
    z.string().max(60),
    z.union([z.string().max(40), z.boolean(), z.number(), z.null()]),
  ),
});
export type ArchiveRulesInput = z.output<typeof archiveRulesForm>;

/**
 * The rule settings of an archive as a team has them: what it stored, and the initial value
 * wherever nothing fitting is stored. Takes data of any shape.
 */
export function ruleValues(archive: Pick<Archive, "rules">, stored: unknown): RuleValues {
  const known =
    typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  return Object.fromEntries(
    archive.rules.map((setting) => {
      const value = Object.hasOwn(known, setting.id) ? known[setting.id] : undefined;
      return [setting.id, fits(setting, value) ? value : setting.initial];
    }),
  );
}

function fits({ kind }: RuleSetting, value: unknown): value is RuleValue {
  if (kind === "yes") return typeof value === "boolean";
  if (value === null) return true;
  if (kind === "day") return typeof value === "string" && isDay(value);
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_DAYS;
}

/**
 * Typed values as they are kept, in place of those in `current`, or the setting that cannot be
 * taken and why. An empty text means not set.
 */
export function readRuleValues(
  archive: Pick<Archive, "rules">,
  current: RuleValues,
  typed: Readonly<Record<string, unknown>>,
): { ok: true; values: RuleValues } | { ok: false; id: string; message: string } {
  const values: Record<string, RuleValue> = { ...current };
  for (const [id, raw] of Object.entries(typed)) {
    const setting = archive.rules.find((rule) => rule.id === id);
    if (!setting) return { ok: false, id, message: "There is no such rule; load the page again." };
    const value = typedValue(setting, raw);
    if (!fits(setting, value)) return { ok: false, id, message: problemOf(setting, raw) };
    values[id] = value;
  }
  return { ok: true, values };
}

function typedValue({ kind }: RuleSetting, raw: unknown): unknown {
  if (kind === "yes" || typeof raw !== "string") return raw;
  const text = raw.trim();
  if (text === "") return null;
  return kind === "days" && /^\d{1,5}$/.test(text) ? Number(text) : text;
}

function problemOf({ kind }: RuleSetting, raw: unknown): string {
  if (kind === "yes") return "Answer yes or no.";
  if (kind === "day") return dayProblem(String(raw).trim()) ?? "Choose a day, or leave it empty.";
  return `Write a whole number of days between 1 and ${MOST_DAYS}, or leave it empty.`;
}

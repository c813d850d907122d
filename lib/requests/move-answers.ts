import { z } from "zod";
import type { Ask } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { textProblem, tidyText } from "./plain-text";

/** What was answered to a move's questions: text and days as strings, numbers of days as numbers. */
export type MoveAnswers = Readonly<Record<string, string | number>>;

type Reading = { ok: true; value?: string | number } | { ok: false; message: string };

/** A hundred years: more than any approval lasts, and far inside the calendar we read. */
const MOST_DAYS = 36_500;
const MOST_CHARACTERS = { text: 200, comment: 4_000 };

/**
 * Schema of the answers to a move's questions, for the browser and the server alike. Days exist;
 * the day on which the move happened (`meaning: "on"`) is neither after `today` nor before
 * `stepSince`, the day on which the items entered their present step. What was not answered is
 * absent from the result; unknown keys are dropped. Issues carry the question's id as path.
 */
export function askSchema(asks: readonly Ask[], days: { today: Day; stepSince: Day | null }) {
  return z.record(z.string(), z.unknown()).transform((raw, context): MoveAnswers => {
    const answers: Record<string, string | number> = {};
    for (const ask of asks) {
      const reading = readAsk(ask, Object.hasOwn(raw, ask.id) ? raw[ask.id] : null, days);
      if (!reading.ok) {
        context.addIssue({ code: "custom", path: [ask.id], message: reading.message });
      } else if (reading.value !== undefined) {
        answers[ask.id] = reading.value;
      }
    }
    return answers;
  });
}

function readAsk(ask: Ask, raw: unknown, days: { today: Day; stepSince: Day | null }): Reading {
  const given = typeof raw === "number" ? String(raw) : (raw ?? "");
  if (typeof given !== "string") {
    return { ok: false, message: "This answer could not be read; reload the page and try again." };
  }
  const text = tidyText(given);
  if (text === "") return ask.required ? { ok: false, message: emptySentence(ask) } : { ok: true };
  const message = ask.kind === "date" ? dateProblem(ask, text, days) : valueProblem(ask, text);
  if (message !== null) return { ok: false, message };
  return { ok: true, value: ask.kind === "days" ? Number(text) : text };
}

function emptySentence(ask: Ask): string {
  if (ask.kind === "date") return "Choose a day.";
  if (ask.kind === "days") return "Write the number of days; 0 means without an end.";
  return ask.example === undefined ? "Answer this question." : `Write it like ${ask.example}.`;
}

function dateProblem(
  ask: Ask,
  text: string,
  { today, stepSince }: { today: Day; stepSince: Day | null },
): string | null {
  const problem = dayProblem(text);
  if (problem !== null || ask.meaning !== "on") return problem;
  if (text > today) return "This day is still to come; record it once it has happened.";
  if (stepSince !== null && text < stepSince) {
    return "This day lies before the one on which the present step began.";
  }
  return null;
}

function valueProblem(ask: Ask, text: string): string | null {
  if (ask.kind === "days") {
    return /^\d{1,5}$/.test(text) && Number(text) <= MOST_DAYS
      ? null
      : `Write a whole number of days between 0 and ${MOST_DAYS}.`;
  }
  const many = ask.kind === "comment";
  const problem = textProblem(text, {
    maxLength: many ? MOST_CHARACTERS.comment : MOST_CHARACTERS.text,
    lines: many ? "many" : "one",
  });
  if (problem !== null) return problem;
  if (ask.pattern === undefined || new RegExp(ask.pattern, "u").test(text)) return null;
  if (ask.refusal !== undefined) return ask.refusal;
  return ask.example === undefined
    ? "This is not in the form expected."
    : `Write it like ${ask.example}.`;
}

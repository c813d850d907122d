import type { Answers } from "../archives/form";

// By hand, since every form would have to carry a library of schemas along for it.

/** Whether a value is an object with names. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** Whether a value that was kept somewhere has the shape of answers, whatever they answer. */
export function isAnswers(value: unknown): value is Answers {
  if (!isRecord(value)) return false;
  return Object.values(value).every(
    (one) => typeof one === "string" || typeof one === "boolean" || isTexts(one),
  );
}

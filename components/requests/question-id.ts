import { requestPath } from "./request-path";

/** The id of a question within the page of a form; `itemKey` where each item has its own answer. */
export function questionId(fieldId: string, itemKey?: string): string {
  return itemKey === undefined ? `q-${fieldId}` : `q-${itemKey}-${fieldId}`;
}

/** The address of a question in the form of a request. */
export function questionHref(
  team: string,
  number: number,
  question: { fieldId: string; itemId?: string },
): string {
  const id = questionId(question.fieldId, question.itemId);
  return `${requestPath(team, number)}/form#${encodeURIComponent(id)}`;
}

/** Puts the cursor into a question and scrolls to it; false when it is not on the page. */
export function focusQuestion(id: string): boolean {
  const frame = document.getElementById(id);
  if (!frame) return false;
  const input = frame.querySelector<HTMLElement>(
    "input:not([type=hidden]), textarea, select, button",
  );
  frame.scrollIntoView({ block: "center" });
  (input ?? frame).focus({ preventScroll: true });
  return true;
}

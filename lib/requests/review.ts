import type { Answers, Archive, UnitFacts } from "../archives/archive";
import { itemKey } from "./draft";
import { type MissingAnswer, reviewAnswers } from "./form";

/** A stored request as its review sees it. */
export interface ReviewedRequest {
  lifecycle: string;
  answers: Answers;
  items: readonly {
    unitId: string;
    personId: string | null;
    answers: Answers;
    unit: UnitFacts;
  }[];
}

/** What still stands between a stored request and its filing; `itemId` is the item's `itemKey`. */
export function reviewRequest(archive: Archive, request: ReviewedRequest): MissingAnswer[] {
  return reviewAnswers(
    archive,
    request.lifecycle,
    request.answers,
    Object.fromEntries(request.items.map((item) => [itemKey(item), item.answers])),
    request.items.map((item) => ({ id: itemKey(item), unit: item.unit })),
  );
}

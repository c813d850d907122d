import type { Archive } from "../archives/archive";
import type { Answers, NamedPerson, UnitFacts } from "../archives/form";
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

/**
 * What still stands between a stored request and its filing; `itemId` is the item's `itemKey`.
 * `people` are those of the team.
 */
export function reviewRequest(
  archive: Archive,
  request: ReviewedRequest,
  people: readonly NamedPerson[],
): MissingAnswer[] {
  return reviewAnswers(
    archive,
    request.lifecycle,
    request.answers,
    Object.fromEntries(request.items.map((item) => [itemKey(item), item.answers])),
    request.items.map((item) => ({
      id: itemKey(item),
      unit: item.unit,
      personId: item.personId,
    })),
    people,
  );
}

import type { Answers, AnswerValue, Section } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";

/** Whether a renewal keeps somebody in a function. */
export interface Keep {
  personId: string;
  function: PersonFunction;
  keep: boolean;
}

/** Somebody in a function. */
export type NamedIn = Pick<Keep, "personId" | "function">;

/** The key of somebody in a function. */
export function keepKey({ personId, function: held }: NamedIn): string {
  return `${personId}:${held}`;
}

/**
 * The answers of a form without whom a renewal drops, and again with whom it keeps: a question that
 * takes several people loses and gains them, one that takes a single person is emptied, and filled
 * again where it is empty.
 */
export function applyKeeps(
  sections: readonly Section[],
  answers: Answers,
  keeps: readonly Keep[],
): Answers {
  const after: Record<string, AnswerValue> = { ...answers };
  for (const { personId, function: held, keep: stays } of keeps) {
    for (const field of fieldsOf(sections, held)) {
      const value = after[field.id];
      if (field.kind === "people") {
        const named = Array.isArray(value) ? value : [];
        const others = named.filter((id) => id !== personId);
        after[field.id] = stays && !named.includes(personId) ? [...named, personId] : named;
        if (!stays) after[field.id] = others;
      } else if (stays ? !value : value === personId) {
        after[field.id] = stays ? personId : "";
      }
    }
  }
  return after;
}

function fieldsOf(sections: readonly Section[], held: PersonFunction) {
  return sections
    .filter(({ scope }) => scope === "request")
    .flatMap(({ fields }) => fields)
    .filter((field) => field.function === held);
}

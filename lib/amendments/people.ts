import type { Answers, Field, Section } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";

/** The functions of whom an approval is given to, one of which a request has. */
const HEADS: readonly PersonFunction[] = ["pi", "applicant"];

/** The function of whoever heads a request of these questions; null where nobody does. */
export function headFunction(sections: readonly Section[]): PersonFunction | null {
  return (
    fieldsOf(sections).find(({ kind, function: held }) => kind === "person" && isHead(held))
      ?.function ?? null
  );
}

/** The functions in which people join and leave while the head stays, in the form's order. */
export function changeableFunctions(sections: readonly Section[]): PersonFunction[] {
  return fieldsOf(sections).flatMap(({ function: held }) => (held && !isHead(held) ? [held] : []));
}

function isHead(held: PersonFunction | undefined): boolean {
  return held !== undefined && HEADS.includes(held);
}

/**
 * The answers with a person added to, or taken off, the question that names this function, so that
 * the next round is written from what holds. A question for one person is given the new one.
 */
export function withPerson(
  sections: readonly Section[],
  answers: Answers,
  change: { effect: "add" | "remove"; personId: string; function: PersonFunction },
): Answers {
  const field = fieldsOf(sections).find(({ function: held }) => held === change.function);
  if (!field) return answers;
  const before = answers[field.id];
  const { personId } = change;
  if (field.kind === "person") {
    if (change.effect === "add") return { ...answers, [field.id]: personId };
    return before === personId ? { ...answers, [field.id]: "" } : answers;
  }
  const others = (Array.isArray(before) ? before : []).filter((id) => id !== personId);
  return { ...answers, [field.id]: change.effect === "add" ? [...others, personId] : others };
}

function fieldsOf(sections: readonly Section[]): Field[] {
  return sections
    .filter(({ scope }) => scope === "request")
    .flatMap(({ fields }) => fields)
    .filter(({ function: held }) => held !== undefined);
}

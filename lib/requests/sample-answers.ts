import type { Answers, AnswerValue, Field, Section } from "../archives/form";

const SENTENCE =
  "We relate routine measurements to outcome and publish what we find as group statistics.";

/**
 * For tests: answers that complete the sections of one scope. `persons` are handed out in turn, so
 * that a PI and a signing official are two people.
 */
export function sampleAnswers(
  sections: readonly Section[],
  scope: Section["scope"],
  persons: readonly string[],
): Answers {
  let turn = 0;
  const nextPerson = () => persons[turn++ % persons.length] ?? "";
  const fields = sections.filter((section) => section.scope === scope).flatMap((s) => s.fields);
  return Object.fromEntries(
    fields
      .filter((field) => field.required)
      .map((field) => [field.id, sampleAnswer(field, nextPerson)]),
  );
}

function sampleAnswer(field: Field, nextPerson: () => string): AnswerValue {
  switch (field.kind) {
    case "checkbox":
      return true;
    case "select":
      return field.options?.[0]?.value ?? "";
    case "multiselect":
      return [field.options?.[0]?.value ?? ""];
    case "date":
      return "2028-01-31";
    case "email":
      return "reference@institute.example";
    case "url":
      return "https://institute.example/";
    case "person":
      return nextPerson();
    case "people":
      return [nextPerson()];
    case "textarea":
      return [SENTENCE, SENTENCE].join(" ").slice(0, field.maxLength);
    default:
      return "Sample".slice(0, field.maxLength);
  }
}

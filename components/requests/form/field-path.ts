import type { Section } from "@/lib/archives/form";

type FieldPath =
  | "title"
  | "unitIds"
  | "personIds"
  | `answers.${string}`
  | `itemAnswers.${string}.${string}`;

/** Where the form keeps what the server names as `field`; null for what is no question of it. */
export function fieldPath(
  sections: readonly Section[],
  items: readonly { id: string }[],
  field: string,
): FieldPath | null {
  if (field === "title" || field === "unitIds" || field === "personIds") return field;
  const section = sections.find(({ fields }) => fields.some(({ id }) => id === field));
  if (!section) return null;
  if (section.scope === "request") return `answers.${field}`;
  const [first] = items;
  return first ? `itemAnswers.${first.id}.${field}` : null;
}

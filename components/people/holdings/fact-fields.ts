/** A question of a dialog; `path` is where the server's sentence about it points. */
export interface FactField {
  path: string;
  label: string;
  kind: "text" | "date" | "days" | "comment" | "select" | "multiselect" | "checkbox";
  required?: boolean;
  help?: string;
  example?: string;
  options?: readonly { value: string; label: string }[];
}

/** What was typed, by path: text and days as text, ticks as booleans, several options as a list. */
export type FactValues = Readonly<Record<string, string | boolean | string[]>>;

/** What was typed to a question, as text. */
export function textOf(values: FactValues, path: string): string {
  const value = values[path];
  return typeof value === "string" ? value : "";
}

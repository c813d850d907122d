import type { PurposeFields, Statements } from "./purpose";
import { QUESTIONS } from "./purpose-questions";

/** The fields of a purpose's form, in the order in which they are asked. */
export const PURPOSE_FIELDS = [
  "name",
  "kinds",
  "diseases",
  ...QUESTIONS,
  "country",
  "institution",
  "users",
  "until",
] as const satisfies readonly (keyof PurposeFields)[];

/** The form that a purpose is changed in. */
export function fieldsOf(name: string, { until, ...statements }: Statements): PurposeFields {
  return { ...statements, name, until: until ?? "" };
}

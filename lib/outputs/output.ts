import { z } from "zod";
import { OUTPUT_KINDS } from "../archives/renewal";
import { readDois } from "../catalogue/doi";
import { dayField } from "../dates/day-field";
import { lineField } from "../team/line-field";

/** Kinds whose reference is looked at as a DOI or an address, where it begins like one. */
const DOI = /^10\.\d{4,9}\/\S+$/;
const SEEMS_DOI = /^(doi:|10\.|https?:\/\/(dx\.)?doi\.org\/)/i;
const ADDRESS = z.url({ protocol: /^https?$/ });

/**
 * Where an output is found, as it is kept: a DOI bare (`10.1000/xyz`), an address as typed, else
 * any line of text, such as the name of a meeting.
 */
const reference = lineField(500).transform((text, context): string => {
  if (SEEMS_DOI.test(text)) {
    const [doi] = readDois(text);
    if (doi !== undefined && DOI.test(doi)) return doi;
    context.addIssue("This begins like a DOI but is none; write it like 10.1000/xyz123.");
    return z.NEVER;
  }
  if (!/^https?:/i.test(text) || ADDRESS.safeParse(text).success) return text;
  context.addIssue("Write the whole web address, or the name of where it was published.");
  return z.NEVER;
});

/** What came of the work, as typed: its kind, title, where it is found, and the requests it rests on. */
export const outputForm = z.strictObject({
  kind: z.enum(OUTPUT_KINDS, "Choose what it is."),
  title: lineField(500, "Write the title."),
  reference,
  on: dayField("Choose the day on which it came out."),
  requestIds: z
    .array(z.uuid())
    .min(1, "Choose at least one request whose data it rests on.")
    .max(50, "Choose at most 50 requests."),
});
export type OutputFields = z.input<typeof outputForm>;
export type OutputFacts = z.output<typeof outputForm>;

/** The fields in the order in which they are asked. */
export const OUTPUT_FIELDS = [
  "kind",
  "title",
  "reference",
  "on",
  "requestIds",
] as const satisfies readonly (keyof OutputFields)[];

/** What the page sends to log an output. */
export const addOutputForm = z.strictObject({ commandId: z.uuid(), output: outputForm });
/** What it sends to change one; `version` is the one that the form was based on. */
export const changeOutputForm = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  output: outputForm,
});
/** What it sends to take one away. */
export const removeOutputForm = changeOutputForm.omit({ output: true });

/** The address that a reference leads to, null where it is none. */
export function linkOf(text: string): string | null {
  if (DOI.test(text)) return `https://doi.org/${text}`;
  return ADDRESS.safeParse(text).success ? text : null;
}

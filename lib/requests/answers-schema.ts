import { z } from "zod";
import type { Section } from "../archives/form";
import type { FormMode } from "./answer";
import { readForm } from "./form";

/**
 * Schema of answers by field id, for the browser and the server alike. `draft` keeps whatever is
 * unfinished, leaves absent answers absent, and refuses only what must never be stored: too long,
 * control characters, reading-direction marks. `complete` also demands the required answers, and
 * drops empty ones and those of questions that do not count. Unknown keys are dropped. Issues
 * carry the field id as path and a sentence as message.
 */
export function answersSchema(sections: readonly Section[], mode: FormMode) {
  return z.record(z.string(), z.unknown()).transform((raw, context) => {
    const { answers, problems } = readForm(sections, raw, mode);
    for (const { fieldId, message } of problems) {
      context.addIssue({ code: "custom", path: [fieldId], message });
    }
    return answers;
  });
}

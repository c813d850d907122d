import { createTranslator } from "use-intl/core";
import messages from "../messages/en.json";

/** The words of all mails, from the message file. */
export const words = createTranslator({ locale: "en", messages, namespace: "mail" });

/** `a, b and c`, as English writes it. */
export function listInWords(entries: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(entries);
}

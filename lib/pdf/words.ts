import { createTranslator } from "use-intl/core";
import messages from "../messages/en.json";

const locale = "en";

/** The language of all that is printed. */
export const LANGUAGE = locale;

/** The words of papers, from the message file. */
export const words = createTranslator({ locale, messages, namespace: "print" });

/** What kinds of copies and places are called, as on the page of copies. */
export const copyWords = createTranslator({ locale, messages, namespace: "copies" });

/** What somebody is on a request. */
export const functionWords = createTranslator({
  ...{ locale, messages },
  namespace: "requests.page.function",
});

/** What statuses are called, as on lists. */
export const statusWords = createTranslator({ locale, messages, namespace: "requests.status" });

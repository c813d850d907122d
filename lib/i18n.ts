import { getRequestConfig } from "next-intl/server";
import type { Language } from "./languages";
import { type Messages, messagesIn } from "./messages/messages";
import { readerOfPage } from "./session";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

/** The words of a request's pages: in the language and on the clock of whoever reads them. */
export default getRequestConfig(async () => {
  const { language, timeZone } = await readerOfPage();
  return { locale: language, messages: messagesIn(language), timeZone };
});

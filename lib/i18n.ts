import { getRequestConfig } from "next-intl/server";
import messages from "./messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
  }
}

// One language so far; a second one is a second file beside en.json, chosen here.
export default getRequestConfig(() => ({ locale: "en" as const, messages, timeZone: "UTC" }));

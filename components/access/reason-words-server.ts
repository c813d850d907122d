import { getTranslations } from "next-intl/server";
import { type ReasonWords, reasonWords } from "./reason-words";

/** The sentences about access, where no component is rendered: route handlers. */
export async function getReasonWords(): Promise<ReasonWords> {
  const t = await getTranslations("readiness");
  const party = await getTranslations("requests.waiting");
  return reasonWords({ t, party });
}

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import { GATED_ENTRIES } from "./gated-entries";

/** The first step of a team that has asked for nothing, where a page has nothing to show before. */
export function BrowseCatalogue() {
  const t = useTranslations("firstSteps");
  return <ButtonLink href={GATED_ENTRIES}>{t("browse")}</ButtonLink>;
}

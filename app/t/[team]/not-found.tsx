import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import { SentencePage } from "@/components/words/sentence-page";

/** As the 404 page, with the team's navigation around it. */
export default function NotFoundInTeam() {
  const t = useTranslations("errors");
  return (
    <SentencePage title={t("notFoundTitle")} sentence={t("notFound")} isFramed>
      <ButtonLink href="/">{t("toStart")}</ButtonLink>
    </SentencePage>
  );
}

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import { SentencePage } from "@/components/words/sentence-page";

/** The same page for what does not exist and for what belongs to others. */
export default function NotFoundPage() {
  const t = useTranslations("errors");
  return (
    <SentencePage title={t("notFoundTitle")} sentence={t("notFound")}>
      <ButtonLink href="/">{t("toStart")}</ButtonLink>
    </SentencePage>
  );
}

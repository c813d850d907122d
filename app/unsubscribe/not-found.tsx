import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import { SentencePage } from "@/components/words/sentence-page";

/** A link that Gatebook has not written, or that a mail program cut. */
export default function UnknownLink() {
  const t = useTranslations("mailSettings.unsubscribe");
  return (
    <SentencePage title={t("unknownTitle")} sentence={t("unknown")} isFramed>
      <ButtonLink href="/">{t("toStart")}</ButtonLink>
    </SentencePage>
  );
}

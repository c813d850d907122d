"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { SentencePage } from "@/components/words/sentence-page";

/** Shown in place of a page that failed; trying again renders it anew. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors");
  const id = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <SentencePage title={t("title")} sentence={id ? t("failedWithId", { id }) : t("failed")}>
      <Button onClick={() => retry()}>{t("tryAgain")}</Button>
    </SentencePage>
  );
}

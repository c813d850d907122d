import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndDailyMail } from "@/components/mail/end-daily-mail";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { ButtonLink } from "@/components/ui/links";
import { readUnsubscribing } from "@/lib/services/mail-preferences";
import { orNotFound, visitor } from "@/lib/session";
import { endDailyMail } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailSettings.unsubscribe"))("title") };
}

/** What the link in a daily mail opens. Opening it changes nothing; only the button does. */
export default async function UnsubscribePage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await props.searchParams;
  const link = typeof token === "string" ? token : "";
  const t = await getTranslations("mailSettings.unsubscribe");
  const { name, team, digest } = await orNotFound(readUnsubscribing(await visitor(), link));
  if (!digest) {
    return (
      <NarrowPage title={t("doneTitle")} lead={t("doneLead", { name, team })}>
        <ButtonLink href="/" variant="default">
          {t("toStart")}
        </ButtonLink>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t("title")} lead={t("lead", { name, team })}>
      <EndDailyMail end={endDailyMail} token={link} />
    </NarrowPage>
  );
}

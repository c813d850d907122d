import { List, ListItem } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { TextLink } from "@/components/ui/links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("mailTitle") };
}

/** The one answer to every address, known or not. */
export default async function CheckMailPage() {
  const t = await getTranslations("signIn");
  return (
    <NarrowPage title={t("mailTitle")} lead={t("mailLead")}>
      <List spacing="xs" size="sm">
        <ListItem>{t("mailHints.minutes")}</ListItem>
        <ListItem>{t("mailHints.device")}</ListItem>
        <ListItem>{t("mailHints.delay")}</ListItem>
      </List>
      <TextLink href="/sign-in">{t("again")}</TextLink>
    </NarrowPage>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/components/sign-in/confirm-form";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { ButtonLink } from "@/components/ui/links";
import { isSignInLinkUsable } from "@/lib/services/sign-in";
import { visitor } from "@/lib/session";
import { confirmLink } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** What a sign-in link opens. Opening it uses nothing up; only the button does. */
export default async function ConfirmPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await props.searchParams;
  const t = await getTranslations("signIn");
  if (typeof token === "string" && (await isSignInLinkUsable(await visitor(), token))) {
    return (
      <NarrowPage title={t("confirmTitle")} lead={t("confirmLead")}>
        <ConfirmForm confirm={confirmLink} token={token} />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t("usedTitle")} lead={t("usedLead")}>
      <ButtonLink href="/sign-in" size="md">
        {t("askNew")}
      </ButtonLink>
    </NarrowPage>
  );
}

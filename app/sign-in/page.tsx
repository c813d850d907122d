import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskForm } from "@/components/sign-in/ask-form";
import { InstitutionButton } from "@/components/sign-in/institution-button";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { Note } from "@/components/ui/note";
import { institutionName, OIDC_PROVIDER } from "@/lib/auth";
import { homePathOf } from "@/lib/services/teams";
import { currentUser } from "@/lib/session";
import { parseReturnPath } from "@/lib/team/return-path";
import { askForLink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl, error } = await props.searchParams;
  const callbackPath = parseReturnPath(callbackUrl);
  const user = await currentUser();
  if (user) redirect(callbackPath === "/" ? await homePathOf(user) : callbackPath);
  const t = await getTranslations("signIn");
  const institution = institutionName();
  return (
    <NarrowPage title={t("title")} lead={t("lead")}>
      {error !== undefined && (
        <Note tone="bad">
          <p>{error === "AccessDenied" ? t("unverified") : t("failedInstitution")}</p>
        </Note>
      )}
      <AskForm ask={askForLink} callbackPath={callbackPath} />
      {institution !== null && (
        <InstitutionButton
          provider={OIDC_PROVIDER}
          name={institution}
          callbackPath={callbackPath}
        />
      )}
    </NarrowPage>
  );
}

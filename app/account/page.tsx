import { Box } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/account/account-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getMyAccount } from "@/lib/services/account";
import { requireSignedIn } from "@/lib/session";
import { updateAccount } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const user = await requireSignedIn();
  const { email, ...start } = await getMyAccount(user);
  const t = await getTranslations("account");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { email })} />
      <Box maw={640}>
        <Panel title={t("you")}>
          <AccountForm start={start} save={updateAccount} />
        </Panel>
      </Box>
    </>
  );
}

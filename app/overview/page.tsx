import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamCards } from "@/components/overview/team-cards";
import { PageHeader } from "@/components/ui/page-header";
import { listTeamNumbers } from "@/lib/services/teams-overview";
import { requireSignedIn } from "@/lib/session";
import { utcDay } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

/** Every team that the reader may open, in numbers; for reading alone. */
export default async function TeamsPage() {
  const user = await requireSignedIn();
  const t = await getTranslations("teams");
  const teams = await listTeamNumbers(user);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TeamCards teams={teams} today={utcDay(user)} />
    </>
  );
}

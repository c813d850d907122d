import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LongWaits } from "@/components/dashboard/long-waits";
import { EndBands } from "@/components/overview/end-bands";
import { MonthsChart } from "@/components/overview/months-chart";
import classes from "@/components/overview/overview.module.css";
import { Pipeline } from "@/components/overview/pipeline";
import { RiskList } from "@/components/overview/risk-list";
import { TimeChart } from "@/components/overview/time-chart";
import { WaitsChart } from "@/components/overview/waits-chart";
import { WhereChart } from "@/components/overview/where-chart";
import { FirstRequest } from "@/components/requests/first-request";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getDates } from "@/components/words/dates";
import { listLongWaits } from "@/lib/services/nudges";
import { getTeamOverview } from "@/lib/services/team-overview";
import { listRisks } from "@/lib/services/team-risks";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

/** How the team stands: what threatens it, what ends, where its requests are and on whom they wait. */
export default async function TeamOverviewPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const [overview, risks, waits] = await Promise.all([
    getTeamOverview(actor),
    listRisks(actor),
    listLongWaits(actor),
  ]);
  const t = await getTranslations("overview");
  const dates = await getDates();
  const today = todayFor(actor);
  if (overview.pipeline.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState
          sentence={t("none")}
          action={can(actor, "request.create") && <FirstRequest team={team} actor={actor} />}
        />
      </>
    );
  }
  const mayAct = can(actor, "request.move");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { day: dates.day(today) })} />
      <div className={classes.above}>
        <EndBands team={team} ends={overview.ends} />
      </div>
      <div className={classes.grid}>
        <div className={classes.column}>
          <RiskList team={team} risks={risks} today={today} mayAct={mayAct} />
          <WaitsChart team={team} waiting={overview.waiting} />
          <LongWaits team={team} waits={waits} today={today} mayAsk={mayAct} />
          <TimeChart team={team} times={overview.timeToAccess} />
        </div>
        <div className={classes.column}>
          <MonthsChart months={overview.months} />
          <WhereChart pipeline={overview.pipeline} />
          <Pipeline team={team} pipeline={overview.pipeline} today={today} />
        </div>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CountsTable } from "@/components/dashboard/counts-table";
import classes from "@/components/dashboard/dashboard.module.css";
import { EndsNext } from "@/components/dashboard/ends-next";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { LatestEvents } from "@/components/dashboard/latest-events";
import { LongWaits } from "@/components/dashboard/long-waits";
import { MailProblems } from "@/components/dashboard/mail-problems";
import { MyDuties } from "@/components/dashboard/my-duties";
import { NeedsMe } from "@/components/dashboard/needs-me";
import { WaitingList } from "@/components/dashboard/waiting-list";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { getDashboard } from "@/lib/services/dashboard";
import { getDutyPanel } from "@/lib/services/duty-panel";
import { listLongWaits } from "@/lib/services/nudges";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function DashboardPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const [{ needsMe, endsNext, waiting, counts, history }, longWaits, duties] = await Promise.all([
    getDashboard(actor),
    listLongWaits(actor),
    getDutyPanel(actor),
  ]);
  const t = await getTranslations("dashboard");
  const today = todayFor(actor);
  const problems = <MailProblems team={team} mail={duties.mail} />;
  if (counts.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} />
        {problems}
        <FirstSteps team={team} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          can(actor, "request.create") && <ButtonLink href={GATED_ENTRIES}>{t("new")}</ButtonLink>
        }
      />
      {problems}
      <div className={classes.grid}>
        <div className={classes.column}>
          <NeedsMe team={team} rows={needsMe} me={actor.personId} today={today} />
          <MyDuties team={team} duties={duties} today={today} />
          <LongWaits team={team} waits={longWaits} today={today} />
          <WaitingList
            team={team}
            // What waits too long is told above.
            items={waiting.filter(
              ({ number, step }) =>
                !longWaits.some((long) => long.number === number && long.step === step),
            )}
            today={today}
          />
        </div>
        <div className={classes.column}>
          <EndsNext team={team} grants={endsNext} today={today} />
          <CountsTable team={team} counts={counts} />
          <LatestEvents team={team} lines={history} timeZone={actor.timeZone ?? "UTC"} />
        </div>
      </div>
    </>
  );
}

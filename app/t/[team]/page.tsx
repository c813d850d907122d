import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import classes from "@/components/dashboard/dashboard.module.css";
import { EndsNext } from "@/components/dashboard/ends-next";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { LatestEvents } from "@/components/dashboard/latest-events";
import { MailProblems } from "@/components/dashboard/mail-problems";
import { MyAccess } from "@/components/dashboard/my-access";
import { MyDuties } from "@/components/dashboard/my-duties";
import { NeedsMe } from "@/components/dashboard/needs-me";
import { overviewPath } from "@/components/overview/overview-path";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { getDashboard } from "@/lib/services/dashboard";
import { getDutyPanel } from "@/lib/services/duty-panel";
import { getFirstSteps } from "@/lib/services/first-run";
import { getMyAccess } from "@/lib/services/my-access";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { endFirstSteps } from "../../account/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function DashboardPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const [{ needsMe, endsNext, hasRequests, history }, duties, access, steps] = await Promise.all([
    getDashboard(actor),
    getDutyPanel(actor),
    getMyAccess(actor),
    getFirstSteps(actor),
  ]);
  const t = await getTranslations("dashboard");
  const today = todayFor(actor);
  const above = (
    <>
      <MailProblems team={team} mail={duties.mail} />
      {steps && (
        <div className={classes.above}>
          <FirstSteps
            team={team}
            steps={steps}
            mayImport={can(actor, "import.record")}
            end={endFirstSteps}
          />
        </div>
      )}
    </>
  );
  if (steps && !hasRequests) {
    return (
      <>
        <PageHeader title={t("title")} />
        {above}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ButtonLink href={overviewPath(team)} variant="default">
              {t("team")}
            </ButtonLink>
            {can(actor, "request.create") && (
              <ButtonLink href={GATED_ENTRIES}>{t("new")}</ButtonLink>
            )}
          </>
        }
      />
      {above}
      <div className={classes.grid}>
        <div className={classes.column}>
          <NeedsMe team={team} rows={needsMe} me={actor.personId} today={today} />
          <MyDuties team={team} duties={duties} today={today} />
          <EndsNext team={team} grants={endsNext} today={today} />
        </div>
        <div className={classes.column}>
          <MyAccess team={team} access={access} me={actor} today={today} />
          <LatestEvents team={team} lines={history} timeZone={actor.timeZone ?? "UTC"} />
        </div>
      </div>
    </>
  );
}

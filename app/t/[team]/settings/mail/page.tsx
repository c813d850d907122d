import { Box } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeldMailNote } from "@/components/mail/held-mail";
import { MailTable } from "@/components/mail/mail-table";
import { MailTabs } from "@/components/mail/mail-tabs";
import { PreviewDay } from "@/components/mail/preview-day";
import { PreviewTable } from "@/components/mail/preview-table";
import { RunTable } from "@/components/mail/run-table";
import { TemplateLinks } from "@/components/mail/template-links";
import { Crumbs } from "@/components/ui/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { addDays } from "@/lib/dates/day";
import { getHeldMail } from "@/lib/services/held-mail";
import { previewRun } from "@/lib/services/mail-preview";
import { listRuns } from "@/lib/services/mail-runs";
import { countMail, listMail } from "@/lib/services/notices";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { type MailState, mailPageFilter } from "@/lib/team/mail-filter";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { dropHeldMail, releaseHeldMail, sendAgain } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailSettings"))("title") };
}

interface Place {
  actor: Member;
  slug: string;
  /** The reader's time zone, an IANA name. */
  timeZone: string;
}

const pathOf = ({ slug }: Place) => `/t/${slug}/settings/mail`;

export default async function MailPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team: slug } = await props.params;
  const { state, on } = mailPageFilter.parse(await props.searchParams);
  const actor = await requireActor(slug);
  const place = { actor, slug, timeZone: actor.timeZone ?? "UTC" };
  const t = await getTranslations("mailSettings");
  const settings = await getTranslations("settings");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${slug}/settings`, label: settings("title") }]} />}
        title={t("title")}
        lead={t("lead", { timeZone: place.timeZone })}
        actions={
          <ButtonLink variant="default" href={`/t/${slug}/settings/notifications`}>
            {t("mine.title")}
          </ButtonLink>
        }
      />
      <Held {...place} />
      <Panel title={t("list.title")} lead={t("list.lead")} id="list" flush>
        <Delivery {...place} state={state} />
      </Panel>
      <Panel title={t("preview.title")} lead={t("preview.lead")} id="preview" flush>
        <Preview {...place} on={on ?? addDays(todayFor(actor), 1)} />
      </Panel>
      <Panel title={t("runs.title")} lead={t("runs.lead")} id="runs" flush>
        <RunTable runs={await listRuns(actor)} timeZone={place.timeZone} />
      </Panel>
      <Panel title={t("template.title")} lead={t("template.lead")} id="templates">
        <TemplateLinks path={pathOf(place)} />
      </Panel>
    </>
  );
}

async function Held(place: Place) {
  const dates = await getDates();
  const { actor, slug, timeZone } = place;
  const { count, since } = await getHeldMail(actor);
  if (count === 0 || !since) return null;
  const decides = can(actor, "mail.release");
  return (
    <Box mb="md">
      <HeldMailNote
        key={count}
        count={count}
        since={dates.instant(since, timeZone)}
        release={decides ? releaseHeldMail.bind(null, slug) : undefined}
        drop={decides ? dropHeldMail.bind(null, slug) : undefined}
      />
    </Box>
  );
}

async function Delivery({ state, ...place }: Place & { state: MailState | undefined }) {
  const { actor, slug, timeZone } = place;
  const t = await getTranslations("mailSettings.list");
  const dates = await getDates();
  const lines = await listMail(actor, { state });
  const rows = lines.map(({ createdAt, sentAt, dueOn, nextAttemptAt, ...row }) => ({
    ...row,
    when:
      row.state === "pending"
        ? t("goes", { when: dates.instant(nextAttemptAt, timeZone) })
        : dates.instant(sentAt ?? createdAt, timeZone),
    due: dueOn && dates.day(dueOn),
  }));
  const counts = await countMail(actor);
  if (Object.keys(counts).length === 0) return <EmptyState sentence={t("none")} />;
  return (
    <>
      <MailTabs path={pathOf(place)} counts={counts} state={state} />
      <MailTable
        rows={rows}
        resend={can(actor, "mail.resend") ? sendAgain.bind(null, slug) : undefined}
      />
    </>
  );
}

async function Preview({ on, ...place }: Place & { on: ReturnType<typeof addDays> }) {
  return (
    <>
      <PreviewDay key={on} path={pathOf(place)} typed={on} />
      <PreviewTable preview={await previewRun(place.actor, { on })} />
    </>
  );
}

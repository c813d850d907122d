import { Button } from "@mantine/core";
import { IconTableExport } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DutyFilterForm } from "@/components/duties/duty-filter";
import { dutiesCsvPath, dutiesPath } from "@/components/duties/duty-path";
import { DutyTable } from "@/components/duties/duty-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { ARCHIVES } from "@/lib/archives/index";
import { type DutyFilter, dutyFilter } from "@/lib/duties/filter";
import { type DutyPage, listDuties } from "@/lib/services/duty-pages";
import { listPeople } from "@/lib/services/people";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { todayFor } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties"))("title") };
}

export default async function DutiesPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const filter = dutyFilter.parse(await props.searchParams);
  const found = await listDuties(actor, filter);
  const t = await getTranslations("duties");
  if (!found.hasAny) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState sentence={t("list.empty")} />
      </>
    );
  }
  const people = (await listPeople(actor)).filter(({ id }) => id !== actor.personId);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button
            component="a"
            href={dutiesCsvPath(team, filter)}
            variant="default"
            leftSection={<IconTableExport size={18} aria-hidden />}
          >
            {t("csv")}
          </Button>
        }
      />
      <DutyFilterForm
        {...{ team, filter, people, counts: found.counts }}
        archives={ARCHIVES.map(({ code, name }) => ({ code, name }))}
      />
      <Found {...{ team, actor, filter, found }} />
    </>
  );
}

async function Found(props: { team: string; actor: Member; filter: DutyFilter; found: DutyPage }) {
  const { team, actor, filter, found } = props;
  const t = await getTranslations("duties.list");
  if (found.rows.length === 0) {
    return (
      <EmptyState
        sentence={t("none")}
        action={
          <ButtonLink variant="default" href={dutiesPath(team)}>
            {t("showAll")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <>
      <Panel title={t(`panel.${filter.state}`)} flush>
        <DutyTable
          team={team}
          rows={found.rows}
          me={actor.personId}
          today={todayFor(actor)}
          now={actor.now}
          timeZone={actor.timeZone ?? "UTC"}
        />
      </Panel>
      <Pager
        page={found.page}
        pages={found.pages}
        hrefOf={(page) => dutiesPath(team, { ...filter, page })}
      />
    </>
  );
}

import { Button } from "@mantine/core";
import { IconTableExport } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessFilterForm } from "@/components/access/access-filter-form";
import { AccessLegend } from "@/components/access/access-legend";
import { accessCsvPath, accessPath } from "@/components/access/access-paths";
import { AccessView } from "@/components/access/access-view";
import { StateLinks } from "@/components/access/state-links";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import filterClasses from "@/components/requests/request-filter.module.css";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ARCHIVES } from "@/lib/archives/index";
import { formatDay } from "@/lib/dates/format";
import { accessFilter } from "@/lib/readiness/access-filter";
import { accessMatrix } from "@/lib/services/access";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { confirmSeen } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

export default async function AccessPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const query = await props.searchParams;
  const filter = accessFilter.parse(query);
  const { counts, ...matrix } = await accessMatrix(actor, filter);
  const t = await getTranslations("access");
  const today = todayFor(actor);
  const isEmpty = matrix.people.length === 0 || matrix.units.length === 0;
  const isFiltered = accessPath(team, filter) !== accessPath(team);
  if (isEmpty && !isFiltered) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState
          sentence={t("empty")}
          action={<ButtonLink href={GATED_ENTRIES}>{t("browse")}</ButtonLink>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button
            component="a"
            href={accessCsvPath(team, filter)}
            variant="default"
            leftSection={<IconTableExport size={18} aria-hidden />}
          >
            {t("csv")}
          </Button>
        }
      />
      <div className={filterClasses.filter}>
        <StateLinks team={team} filter={filter} counts={counts} />
        <AccessFilterForm
          key={accessPath(team, filter)}
          team={team}
          filter={filter}
          typedDay={typeof query.on === "string" ? query.on : ""}
          today={today}
          archives={ARCHIVES.map(({ code, name }) => ({ code, name }))}
        />
        {matrix.on !== today && (
          <Note tone="info">
            <p>
              {t("asOf", { day: formatDay(matrix.on) })}{" "}
              <TextLink href={accessPath(team, { ...filter, on: undefined })}>
                {t("backToToday")}
              </TextLink>
            </p>
          </Note>
        )}
      </div>
      {isEmpty ? (
        <EmptyState
          sentence={t("none")}
          action={
            <ButtonLink variant="default" href={accessPath(team)}>
              {t("showAll")}
            </ButtonLink>
          }
        />
      ) : (
        <Panel title={t("panel", { day: formatDay(matrix.on) })} flush>
          <AccessView
            team={team}
            matrix={{
              ...matrix,
              units: matrix.units.map(({ id, name, archiveName }) => ({ id, name, archiveName })),
            }}
            state={filter.state}
            me={actor.personId}
            today={today}
            confirm={can(actor, "access.confirm") ? confirmSeen.bind(null, team) : undefined}
          />
        </Panel>
      )}
      <AccessLegend />
    </>
  );
}

import { Button } from "@mantine/core";
import { IconTableExport } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessHead } from "@/components/access/access-head";
import { AccessLegend } from "@/components/access/access-legend";
import { accessCsvPath, accessPath } from "@/components/access/access-paths";
import { AccessView } from "@/components/access/access-view";
import { FirstRequest } from "@/components/requests/first-request";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
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
  const { counts, units, ...matrix } = await accessMatrix(actor, filter);
  const t = await getTranslations("access");
  const dates = await getDates();
  const today = todayFor(actor);
  const isEmpty = matrix.people.length === 0 || units.length === 0;
  if (isEmpty && accessPath(team, filter) === accessPath(team)) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState sentence={t("empty")} action={<FirstRequest team={team} actor={actor} />} />
      </>
    );
  }
  const shown = units.map(({ id, name, archiveName }) => ({ id, name, archiveName }));
  const csv = accessCsvPath(team, filter);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button
            component="a"
            href={csv}
            variant="default"
            leftSection={<IconTableExport size={18} aria-hidden />}
          >
            {t("csv")}
          </Button>
        }
      />
      <AccessHead
        {...{ team, filter, counts, today, on: matrix.on }}
        typedDay={typeof query.on === "string" ? query.on : ""}
      />
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
        <Panel title={t("panel", { day: dates.day(matrix.on) })} flush>
          <AccessView
            team={team}
            matrix={{ ...matrix, units: shown, ...(matrix.on !== today && { asOf: matrix.on }) }}
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

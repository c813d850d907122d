import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BulkSelection } from "@/components/requests/bulk/bulk-selection";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { listHref, RequestFilter, type ShownFilter } from "@/components/requests/request-filter";
import { RequestTable } from "@/components/requests/request-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ARCHIVES } from "@/lib/archives/index";
import { requestFilter, writeNumber } from "@/lib/requests/filter";
import { listForBulk } from "@/lib/services/bulk-moves";
import { listRequests } from "@/lib/services/requests";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { bulkMove } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function RequestsPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const filter = requestFilter.parse(await props.searchParams);
  const { rows, next, counts } = await listRequests(actor, filter);
  const t = await getTranslations("requests");
  const { status, archive, number, words } = filter;
  const shown: ShownFilter = {
    status,
    archive,
    q: number === undefined ? words : writeNumber(number),
  };
  const browse = <ButtonLink href={GATED_ENTRIES}>{t("list.browse")}</ButtonLink>;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead")}
        actions={
          can(actor, "request.create") && (
            <ButtonLink href={GATED_ENTRIES} leftSection={<IconPlus size={16} aria-hidden />}>
              {t("new")}
            </ButtonLink>
          )
        }
      />
      {counts.length === 0 ? (
        <EmptyState sentence={t("list.empty")} action={browse} />
      ) : (
        <>
          <RequestFilter team={team} filter={shown} counts={counts} archives={ARCHIVES} />
          {rows.length === 0 ? (
            <EmptyState
              sentence={t("list.none")}
              action={
                <ButtonLink variant="default" href={listHref(team, {})}>
                  {t("list.showAll")}
                </ButtonLink>
              }
            />
          ) : (
            <MovableTogether team={team} actor={actor} ids={rows.map(({ id }) => id)}>
              <Panel title={t("list.caption")} flush>
                <RequestTable
                  team={team}
                  rows={rows}
                  me={actor.personId}
                  today={todayFor(actor)}
                  timeZone={actor.timeZone ?? "UTC"}
                />
              </Panel>
            </MovableTogether>
          )}
          {next && (
            <ButtonLink variant="default" mt="md" href={listHref(team, { ...shown, after: next })}>
              {t("list.next")}
            </ButtonLink>
          )}
        </>
      )}
    </>
  );
}

/** The list with ticks to move several at once, for those who may move requests. */
async function MovableTogether(props: {
  team: string;
  actor: Member;
  ids: readonly string[];
  children: ReactNode;
}) {
  const { team, actor, ids } = props;
  if (!can(actor, "request.move")) return props.children;
  return (
    <BulkSelection
      team={team}
      requests={await listForBulk(actor, ids)}
      rights={{
        "request.move": can(actor, "request.move"),
        "request.approve": can(actor, "request.approve"),
      }}
      today={todayFor(actor)}
      move={bulkMove}
    >
      {props.children}
    </BulkSelection>
  );
}

import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BulkSelection } from "@/components/requests/bulk/bulk-selection";
import { FirstRequest } from "@/components/requests/first-request";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { RequestList } from "@/components/requests/request-list";
import { RequestTable } from "@/components/requests/request-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { readView } from "@/lib/lists/address";
import { REQUEST_LIST } from "@/lib/lists/requests";
import { listForBulk } from "@/lib/services/bulk-moves";
import { knownNames } from "@/lib/services/known-names";
import { listRequests } from "@/lib/services/request-list";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { ListMenus } from "../lists/list-menus";
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
  const view = readView(REQUEST_LIST, await props.searchParams);
  const [page, names] = await Promise.all([listRequests(actor, view), knownNames(actor)]);
  const t = await getTranslations("lists.requests");
  const place = { team, shape: REQUEST_LIST, view };
  if (!page.hasAny) {
    return (
      <>
        <Header actor={actor} />
        <EmptyState sentence={t("empty")} action={<FirstRequest team={team} actor={actor} />} />
      </>
    );
  }
  return (
    <>
      <Header actor={actor} />
      <RequestList {...{ place, page, names }} menus={<ListMenus actor={actor} place={place} />}>
        <MovableTogether team={team} actor={actor} ids={page.rows.map(({ id }) => id)}>
          <Panel title={t("caption")} flush isTitleSpoken>
            <RequestTable
              place={place}
              rows={page.rows}
              me={actor.personId}
              today={todayFor(actor)}
              timeZone={actor.timeZone ?? "UTC"}
            />
          </Panel>
        </MovableTogether>
      </RequestList>
    </>
  );
}

async function Header({ actor }: { actor: Member }) {
  const t = await getTranslations("requests");
  const lists = await getTranslations("lists.requests");
  return (
    <PageHeader
      title={t("title")}
      lead={lists("lead")}
      actions={
        can(actor, "request.create") && (
          <ButtonLink href={GATED_ENTRIES} leftSection={<IconPlus size={16} aria-hidden />}>
            {t("new")}
          </ButtonLink>
        )
      }
    />
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

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DutySelection } from "@/components/duties/bulk/duty-selection";
import { tickableDuties } from "@/components/duties/bulk/tickable-duty";
import { DutyList } from "@/components/duties/duty-list";
import { DutyTable } from "@/components/duties/duty-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getSay } from "@/components/words/say";
import { readView } from "@/lib/lists/address";
import { DUTY_LIST } from "@/lib/lists/duties";
import { listDuties } from "@/lib/services/duty-list";
import type { DutyLine } from "@/lib/services/duty-rows";
import { knownNames } from "@/lib/services/known-names";
import { requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { ListMenus } from "../lists/list-menus";
import { acknowledgeDuties, snoozeDuties } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duties"))("title") };
}

export default async function DutiesPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const view = readView(DUTY_LIST, await props.searchParams);
  const [page, names] = await Promise.all([listDuties(actor, view), knownNames(actor)]);
  const t = await getTranslations("duties");
  const lists = await getTranslations("lists.duties");
  const place = { team, shape: DUTY_LIST, view };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {page.hasAny ? (
        <DutyList {...{ place, page, names }} menus={<ListMenus actor={actor} place={place} />}>
          <ActedOnTogether team={team} actor={actor} rows={page.rows}>
            <Panel title={lists("caption")} flush isTitleSpoken>
              <DutyTable
                team={team}
                place={place}
                rows={page.rows}
                me={actor.personId}
                today={todayFor(actor)}
                now={actor.now}
                timeZone={actor.timeZone ?? "UTC"}
              />
            </Panel>
          </ActedOnTogether>
        </DutyList>
      ) : (
        <EmptyState sentence={lists("empty")} />
      )}
    </>
  );
}

/** The list with ticks to act on several open duties at once, for those who may do all that the bar offers. */
async function ActedOnTogether(props: {
  team: string;
  actor: Member;
  rows: readonly DutyLine[];
  children: ReactNode;
}) {
  const { team, actor, rows, children } = props;
  const say = await getSay();
  if (!can(actor, "duty.acknowledge") || !can(actor, "duty.snooze")) return children;
  return (
    <DutySelection
      team={team}
      duties={tickableDuties(rows, say)}
      send={{ acknowledge: acknowledgeDuties, snooze: snoozeDuties }}
    >
      {children}
    </DutySelection>
  );
}

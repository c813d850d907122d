import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DutyList } from "@/components/duties/duty-list";
import { DutyTable } from "@/components/duties/duty-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { readView } from "@/lib/lists/address";
import { DUTY_LIST } from "@/lib/lists/duties";
import { listDuties } from "@/lib/services/duty-list";
import { knownNames } from "@/lib/services/known-names";
import { requireActor } from "@/lib/session";
import { todayFor } from "@/lib/team/today";
import { ListMenus } from "../lists/list-menus";

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
        </DutyList>
      ) : (
        <EmptyState sentence={lists("empty")} />
      )}
    </>
  );
}

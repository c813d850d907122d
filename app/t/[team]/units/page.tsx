import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countsFor } from "@/components/lists/worked-out";
import { FirstRequest } from "@/components/requests/first-request";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { UnitList } from "@/components/units/unit-list";
import { UnitTable } from "@/components/units/unit-table";
import { readView } from "@/lib/lists/address";
import { UNIT_LIST } from "@/lib/lists/units";
import { countOpeners } from "@/lib/services/access-counts";
import { knownNames } from "@/lib/services/known-names";
import { listUnits } from "@/lib/services/unit-list";
import { requireActor } from "@/lib/session";
import { todayFor } from "@/lib/team/today";
import { ListMenus } from "../lists/list-menus";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists.units"))("title") };
}

export default async function UnitsPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const view = readView(UNIT_LIST, await props.searchParams);
  const [page, names] = await Promise.all([listUnits(actor, view), knownNames(actor)]);
  const t = await getTranslations("lists.units");
  const place = { team, shape: UNIT_LIST, view };
  const ids = page.rows.map(({ id }) => id);
  if (!page.hasAny) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState sentence={t("empty")} action={<FirstRequest team={team} actor={actor} />} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <UnitList {...{ place, page, names }} menus={<ListMenus actor={actor} place={place} />}>
        <Panel title={t("caption")} flush isTitleSpoken>
          <UnitTable
            place={place}
            units={page.rows}
            openers={countsFor(place, "open", () => countOpeners(actor, ids))}
            today={todayFor(actor)}
          />
        </Panel>
      </UnitList>
    </>
  );
}

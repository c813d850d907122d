import { useTranslations } from "next-intl";
import { DisplayMenu } from "@/components/lists/display-menu";
import { ListFrame } from "@/components/lists/list-frame";
import type { ListPlace } from "@/components/lists/list-place";
import { ListSearch } from "@/components/lists/list-search";
import { ListTabs } from "@/components/lists/list-tabs";
import { ARCHIVES } from "@/lib/archives/index";
import type { KnownValues } from "@/lib/lists/complete";
import { DUTY_LIST, LISTED_STATES } from "@/lib/lists/duties";
import type { ListPage } from "@/lib/lists/page";
import { DUTY_GROUPS } from "@/lib/obligations/kinds";
import type { DutyLine } from "@/lib/services/duty-rows";
import type { KnownNames } from "@/lib/services/known-names";

/** The list of duties around its table: what it can be asked, and its other pages. */
export function DutyList(props: {
  place: ListPlace;
  page: Omit<ListPage<DutyLine>, "rows">;
  names: KnownNames;
  /** Views and files. */
  menus: React.ReactNode;
  children: React.ReactNode;
}) {
  const t = useTranslations("lists.duties");
  const { place, page } = props;
  return (
    <ListFrame
      {...{ place, total: page.total, previous: page.previous, next: page.next }}
      search={
        <ListSearch
          place={place}
          label={t("find")}
          placeholder={t("placeholder")}
          fields={useFieldWords()}
          known={useKnown(props.names)}
        />
      }
      menus={
        <>
          {props.menus}
          <DisplayMenu place={place} columns={useColumnWords()} />
        </>
      }
      tabs={
        <ListTabs
          place={place}
          label={t("tabs")}
          all={page.all}
          tabs={LISTED_STATES.map((value) => ({
            ...{ value, label: t(`state.${value}`), count: page.counts[value] ?? 0 },
          }))}
          switches={[{ field: "member", value: "me", label: t("mine") }]}
        />
      }
    >
      {props.children}
    </ListFrame>
  );
}

function useFieldWords(): Record<string, string> {
  const t = useTranslations("lists.duties.field");
  return Object.fromEntries(DUTY_LIST.fields.map(({ name }) => [name, t(name)]));
}

function useColumnWords(): Record<string, string> {
  const t = useTranslations("lists.duties.column");
  return {
    next: t("next"),
    ...Object.fromEntries(DUTY_LIST.columns.map(({ id }) => [id, t(id)])),
  };
}

/** What the search box offers after a colon, in the reader's words. */
function useKnown({ people, data }: KnownNames): KnownValues {
  const t = useTranslations("lists.duties");
  const groups = useTranslations("duties.filter.groups");
  const named = (value: string) => ({ value });
  return {
    state: LISTED_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    archive: ARCHIVES.map(({ code, name }) => ({ value: code, label: name })),
    kind: DUTY_GROUPS.map((value) => ({ value, label: groups(value) })),
    member: [{ value: "me", label: t("me") }, ...people.map(named)],
    data: data.map(named),
  };
}

import { useTranslations } from "next-intl";
import { DisplayMenu } from "@/components/lists/display-menu";
import { ListFrame } from "@/components/lists/list-frame";
import type { ListPlace } from "@/components/lists/list-place";
import { ListSearch } from "@/components/lists/list-search";
import { ListTabs } from "@/components/lists/list-tabs";
import { ARCHIVES } from "@/lib/archives/index";
import { AGREEMENT_LIST } from "@/lib/lists/agreements";
import type { KnownValues } from "@/lib/lists/complete";
import type { ListPage } from "@/lib/lists/page";
import type { KnownNames } from "@/lib/services/known-names";

/** The list of agreements around its table: what it can be asked, and its other pages. */
export function AgreementList(props: {
  place: ListPlace;
  page: Omit<ListPage<unknown>, "rows">;
  names: KnownNames;
  /** Views and files. */
  menus: React.ReactNode;
  children: React.ReactNode;
}) {
  const t = useTranslations("lists.agreements");
  const { place, page } = props;
  return (
    <ListFrame
      {...{ place, total: page.total, previous: page.previous, next: page.next }}
      search={
        <ListSearch
          place={place}
          label={t("find")}
          placeholder={t("placeholder")}
          fields={Object.fromEntries(
            AGREEMENT_LIST.fields.map(({ name }) => [name, t(`field.${name}`)]),
          )}
          known={useKnown(props.names)}
        />
      }
      menus={
        <>
          {props.menus}
          <DisplayMenu
            place={place}
            columns={Object.fromEntries(
              AGREEMENT_LIST.columns.map(({ id }) => [id, t(`column.${id}`)]),
            )}
          />
        </>
      }
      tabs={
        <ListTabs
          place={place}
          label={t("tabs")}
          all={page.all}
          tabs={ARCHIVES.map(({ code, name }) => ({
            ...{ value: code, label: name, count: page.counts[code] ?? 0 },
          }))}
        />
      }
    >
      {props.children}
    </ListFrame>
  );
}

/** What the search box offers after a colon, in the reader's words. */
function useKnown({ people, data }: KnownNames): KnownValues {
  const t = useTranslations("lists");
  return {
    archive: ARCHIVES.map(({ code, name }) => ({ value: code, label: name })),
    signed: (["yes", "no"] as const).map((value) => ({
      ...{ value, label: t(`agreements.signed.${value}`) },
    })),
    member: [{ value: "me", label: t("requests.me") }, ...people.map((value) => ({ value }))],
    data: data.map((value) => ({ value })),
  };
}

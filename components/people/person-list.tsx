import { useTranslations } from "next-intl";
import { DisplayMenu } from "@/components/lists/display-menu";
import { ListFrame } from "@/components/lists/list-frame";
import type { ListPlace } from "@/components/lists/list-place";
import { ListSearch } from "@/components/lists/list-search";
import { ListTabs } from "@/components/lists/list-tabs";
import { useSay } from "@/components/words/say";
import { ARCHIVES } from "@/lib/archives/index";
import type { KnownValues } from "@/lib/lists/complete";
import type { ListPage } from "@/lib/lists/page";
import { HELD_BY_PEOPLE, PERSON_LIST } from "@/lib/lists/people";
import type { KnownNames } from "@/lib/services/known-names";

const [PRESENCE] = PERSON_LIST.fields;

/** The list of people around its table: what it can be asked, and its other pages. */
export function PersonList(props: {
  place: ListPlace;
  page: Omit<ListPage<unknown>, "rows">;
  names: KnownNames;
  /** Views and files. */
  menus: React.ReactNode;
  children: React.ReactNode;
}) {
  const t = useTranslations("lists.people");
  const presence = useTranslations("people.presence");
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
            PERSON_LIST.fields.map(({ name }) => [name, t(`field.${name}`)]),
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
              PERSON_LIST.columns.map(({ id }) => [id, t(`column.${id}`)]),
            )}
          />
        </>
      }
      tabs={
        <ListTabs
          place={place}
          label={t("tabs")}
          all={page.all}
          tabs={PRESENCE.values.map((value) => ({
            ...{ value, label: presence(value), count: page.counts[value] ?? 0 },
          }))}
        />
      }
    >
      {props.children}
    </ListFrame>
  );
}

/** What the search box offers after a colon, in the reader's words. */
function useKnown({ people }: KnownNames): KnownValues {
  const presence = useTranslations("people.presence");
  const t = useTranslations("lists.requests");
  const say = useSay();
  return {
    presence: PRESENCE.values.map((value) => ({ value, label: presence(value) })),
    archive: ARCHIVES.map(({ code, name }) => ({ value: code, label: name })),
    member: [{ value: "me", label: t("me") }, ...people.map((value) => ({ value }))],
    missing: HELD_BY_PEOPLE.map(({ id, name }) => ({ value: id, label: say(name) })),
  };
}

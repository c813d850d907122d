import { useTranslations } from "next-intl";
import { DisplayMenu } from "@/components/lists/display-menu";
import { ListFrame } from "@/components/lists/list-frame";
import type { ListPlace } from "@/components/lists/list-place";
import { ListSearch } from "@/components/lists/list-search";
import { ListTabs } from "@/components/lists/list-tabs";
import { useSay } from "@/components/words/say";
import { ARCHIVES } from "@/lib/archives/index";
import { REVIEW_STATUSES } from "@/lib/archives/lifecycle";
import type { KnownValues } from "@/lib/lists/complete";
import type { ListPage } from "@/lib/lists/page";
import { MOVES, REQUEST_LIST } from "@/lib/lists/requests";
import type { KnownNames } from "@/lib/services/known-names";
import type { RequestRow } from "@/lib/services/request-rows";

/** The list of requests around its table: what it can be asked, and its other pages. */
export function RequestList(props: {
  place: ListPlace;
  page: Omit<ListPage<RequestRow>, "rows">;
  names: KnownNames;
  /** Views and files. */
  menus: React.ReactNode;
  children: React.ReactNode;
}) {
  const t = useTranslations("lists.requests");
  const statusWords = useTranslations("requests.status");
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
          tabs={REVIEW_STATUSES.map((value) => ({
            ...{ value, label: statusWords(value), count: page.counts[value] ?? 0 },
          }))}
          switches={[{ field: "needs", value: "me", label: t("needsMe") }]}
        />
      }
    >
      {props.children}
    </ListFrame>
  );
}

function useFieldWords(): Record<string, string> {
  const t = useTranslations("lists.requests.field");
  return Object.fromEntries(REQUEST_LIST.fields.map(({ name }) => [name, t(name)]));
}

function useColumnWords(): Record<string, string> {
  const t = useTranslations("lists.requests.column");
  return {
    needs: t("needs"),
    ...Object.fromEntries(REQUEST_LIST.columns.map(({ id }) => [id, t(id)])),
  };
}

/** What the search box offers after a colon, in the reader's words. */
function useKnown({ people, data }: KnownNames): KnownValues {
  const t = useTranslations("lists.requests");
  const statusWords = useTranslations("requests.status");
  const say = useSay();
  const steps = ARCHIVES.flatMap(({ lifecycles }) => lifecycles.flatMap(({ steps }) => steps));
  const named = (value: string) => ({ value });
  return {
    status: REVIEW_STATUSES.map((value) => ({ value, label: statusWords(value) })),
    archive: ARCHIVES.map(({ code, name }) => ({ value: code, label: name })),
    needs: MOVES.map((value) => ({ value, label: t(`needs.${value}`) })),
    member: [{ value: "me", label: t("me") }, ...people.map(named)],
    data: data.map(named),
    stage: [...new Set(steps.map(({ label }) => label))].map((value) => ({
      ...{ value, label: say(value) },
    })),
  };
}

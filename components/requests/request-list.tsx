import { useTranslations } from "next-intl";
import { type Listed, ListFrame } from "@/components/lists/list-frame";
import { useSay } from "@/components/words/say";
import { ARCHIVES } from "@/lib/archives/index";
import { REVIEW_STATUSES } from "@/lib/archives/lifecycle";
import type { KnownValues } from "@/lib/lists/complete";
import { MOVES, REQUEST_LIST } from "@/lib/lists/requests";

/** The list of requests around its table: what it can be asked, and its other pages. */
export function RequestList(props: Listed) {
  const t = useTranslations("lists.requests");
  const columns = REQUEST_LIST.columns.map(({ id }) => [id, t(`column.${id}`)]);
  return (
    <ListFrame
      {...props}
      fields={Object.fromEntries(REQUEST_LIST.fields.map(({ name }) => [name, t(`field.${name}`)]))}
      columns={{ needs: t("column.needs"), ...Object.fromEntries(columns) }}
      known={useOwnValues()}
      switches={[{ field: "needs", value: "me", label: t("needsMe") }]}
    />
  );
}

function useOwnValues(): KnownValues {
  const t = useTranslations("lists.requests");
  const statusWords = useTranslations("requests.status");
  const say = useSay();
  const steps = ARCHIVES.flatMap(({ lifecycles }) => lifecycles.flatMap(({ steps }) => steps));
  return {
    status: REVIEW_STATUSES.map((value) => ({ value, label: statusWords(value) })),
    needs: MOVES.map((value) => ({ value, label: t(`needs.${value}`) })),
    stage: [...new Set(steps.map(({ label }) => label))].map((value) => ({
      ...{ value, label: say(value) },
    })),
  };
}

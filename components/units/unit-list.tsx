import { useTranslations } from "next-intl";
import { type Listed, ListFrame } from "@/components/lists/list-frame";
import { REVIEW_STATUSES } from "@/lib/archives/lifecycle";
import { UNIT_LIST } from "@/lib/lists/units";

/** The list of access units around its table: what it can be asked, and its other pages. */
export function UnitList(props: Listed) {
  const t = useTranslations("lists.units");
  const statusWords = useTranslations("requests.status");
  return (
    <ListFrame
      {...props}
      fields={Object.fromEntries(UNIT_LIST.fields.map(({ name }) => [name, t(`field.${name}`)]))}
      columns={Object.fromEntries(UNIT_LIST.columns.map(({ id }) => [id, t(`column.${id}`)]))}
      known={{ status: REVIEW_STATUSES.map((value) => ({ value, label: statusWords(value) })) }}
    />
  );
}

import { useTranslations } from "next-intl";
import { type Listed, ListFrame } from "@/components/lists/list-frame";
import { DUTY_LIST, LISTED_STATES } from "@/lib/lists/duties";
import { DUTY_GROUPS } from "@/lib/obligations/kinds";

/** The list of duties around its table: what it can be asked, and its other pages. */
export function DutyList(props: Listed) {
  const t = useTranslations("lists.duties");
  const groups = useTranslations("duties.filter.groups");
  const columns = DUTY_LIST.columns.map(({ id }) => [id, t(`column.${id}`)]);
  return (
    <ListFrame
      {...props}
      fields={Object.fromEntries(DUTY_LIST.fields.map(({ name }) => [name, t(`field.${name}`)]))}
      columns={{ next: t("column.next"), ...Object.fromEntries(columns) }}
      known={{
        state: LISTED_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
        kind: DUTY_GROUPS.map((value) => ({ value, label: groups(value) })),
      }}
      switches={[{ field: "member", value: "me", label: t("mine") }]}
    />
  );
}

import { useTranslations } from "next-intl";
import { type Listed, ListFrame } from "@/components/lists/list-frame";
import { AGREEMENT_LIST } from "@/lib/lists/agreements";

/** The list of agreements around its table: what it can be asked, and its other pages. */
export function AgreementList(props: Listed) {
  const t = useTranslations("lists.agreements");
  const { fields, columns } = AGREEMENT_LIST;
  return (
    <ListFrame
      {...props}
      fields={Object.fromEntries(fields.map(({ name }) => [name, t(`field.${name}`)]))}
      columns={Object.fromEntries(columns.map(({ id }) => [id, t(`column.${id}`)]))}
      known={{
        signed: (["yes", "no"] as const).map((value) => ({ value, label: t(`signed.${value}`) })),
      }}
    />
  );
}

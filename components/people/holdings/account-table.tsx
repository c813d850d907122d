import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { schemeById } from "@/lib/people/schemes";
import type { IdentityRecord } from "@/lib/services/identities";
import { AccountMenu } from "./account-menu";
import classes from "./holding-boxes.module.css";
import type { Holdings } from "./holdings";

/** Every account of the person, with what shows that it is theirs. */
export function AccountTable({ holdings }: { holdings: Holdings }) {
  const t = useTranslations("person.account");
  const dates = useDates();
  if (holdings.accounts.length === 0) return <p className={classes.none}>{t("none")}</p>;
  const columns: Column<IdentityRecord>[] = [
    {
      ...{ id: "value", header: t("columns.account"), isTitle: true },
      cell: (row) => <AccountName row={row} />,
    },
    {
      ...{ id: "verified", header: t("columns.verifiedOn") },
      cell: ({ verifiedOn }) => (verifiedOn ? dates.day(verifiedOn) : t("unverified")),
    },
    {
      ...{ id: "ends", header: t("columns.endsOn") },
      cell: ({ endsOn }) =>
        endsOn ? <EndDate {...dates.end(endsOn, holdings.today)} /> : t("noEnd"),
    },
    {
      ...{ id: "proof", header: t("columns.proof") },
      cell: ({ document }) => <ProofLink team={holdings.team} proof={document} />,
    },
  ];
  if (holdings.may.record) {
    columns.push({
      ...{ id: "actions", header: t("columns.actions"), align: "end" },
      cell: (row) => <AccountMenu id={row.id} scheme={row.scheme} value={row.value} />,
    });
  }
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={holdings.accounts}
      rowKey={({ id }) => id}
    />
  );
}

function AccountName({ row }: { row: IdentityRecord }) {
  const say = useSay();
  return (
    <>
      <bdi>{row.value}</bdi>
      <p className={classes.scope}>{say(schemeById(row.scheme)?.name ?? row.scheme)}</p>
    </>
  );
}

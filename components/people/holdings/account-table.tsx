"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ProofLink } from "@/components/documents/proof-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { schemeById } from "@/lib/people/schemes";
import type { IdentityRecord } from "@/lib/services/identities";
import classes from "./holding-boxes.module.css";
import { useHoldingDialog } from "./holding-dialog";
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
      cell: (row) => <AccountMenu row={row} />,
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

function AccountMenu({ row }: { row: IdentityRecord }) {
  const t = useTranslations("person");
  const open = useHoldingDialog();
  const about = { kind: "identity", id: row.scheme, unitId: null, requestId: null } as const;
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t("account.more", { account: row.value })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(["verify", "prove", "edit", "remove"] as const).map((kind) => (
          <Menu.Item
            key={kind}
            c={kind === "remove" ? "var(--mantine-color-error)" : undefined}
            onClick={() => open({ ...about, step: { kind, rowId: row.id } })}
          >
            {t(`steps.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

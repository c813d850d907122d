import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { requestPath } from "@/components/requests/request-path";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { Section } from "@/lib/archives/form";
import { pairOf } from "@/lib/requests/compared";
import type { KeptFiling } from "@/lib/services/filings";
import { FilingDifferences } from "./filing-differences";
import classes from "./what-was-filed.module.css";

interface Props {
  team: string;
  number: number;
  sections: readonly Section[];
  filings: readonly KeptFiling[];
  /** Names of persons by id, beside those that the copies hold. */
  names: ReadonlyMap<string, string>;
  /** Which two to compare, as the address says it. */
  asked: unknown;
}

/** Every copy that went to the archive, and what differs between any two of them. */
export function WhatWasFiled(props: Props) {
  const t = useTranslations("rounds.filed");
  const { filings } = props;
  const pair = pairOf(filings, props.asked);
  if (filings.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className={classes.words}>{t("none")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("title")} id="filed" lead={t("lead")}>
      <FilingTable filings={filings} />
      {pair && (
        <>
          <PairChoice {...props} before={pair.before.number} after={pair.after.number} />
          <FilingDifferences {...pair} sections={props.sections} names={props.names} />
        </>
      )}
    </Panel>
  );
}

function FilingTable({ filings }: Pick<Props, "filings">) {
  const t = useTranslations("rounds.filed");
  const dates = useDates();
  return (
    <DataTable
      caption={t("list")}
      rows={filings.toReversed()}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          id: "number",
          header: t("number"),
          cell: ({ number }) => t("name", { number }),
          isTitle: true,
        },
        { id: "round", header: t("round"), cell: ({ round }) => round },
        { id: "on", header: t("on"), cell: ({ on }) => dates.day(on) },
        { id: "by", header: t("by"), cell: ({ by }) => <bdi>{by}</bdi> },
        {
          id: "holds",
          header: t("holds"),
          cell: ({ items }) => [...new Set(items.map(({ unit }) => unit))].join(", "),
        },
      ]}
    />
  );
}

/** Chooses two filings; works without JavaScript too. */
function PairChoice(props: Props & { before: number; after: number }) {
  const t = useTranslations("rounds.filed");
  const dates = useDates();
  const data = props.filings.map(({ number, on }) => ({
    value: String(number),
    label: t("option", { number, on: dates.day(on) }),
  }));
  return (
    <form action={`${requestPath(props.team, props.number)}/rounds#filed`} className={classes.pair}>
      <NativeSelect
        key={`from ${props.before}`}
        name="from"
        label={t("from")}
        data={data}
        defaultValue={String(props.before)}
      />
      <NativeSelect
        key={`to ${props.after}`}
        name="to"
        label={t("to")}
        data={data}
        defaultValue={String(props.after)}
      />
      <Button type="submit" variant="default">
        {t("compare")}
      </Button>
    </form>
  );
}

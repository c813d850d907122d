import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { ProofLink } from "@/components/documents/proof-link";
import { requestPath } from "@/components/requests/request-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { ReviewStatus } from "@/lib/archives/lifecycle";
import { copyTree } from "@/lib/copies/copy";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { CopyLine } from "@/lib/services/copy-rows";
import { ChangeCopy, DestroyCopy, RestoreCopy } from "./copy-dialogs";
import type { CopyChoices, SendCopy } from "./copy-forms";
import classes from "./copy-table.module.css";

/** After these nobody may hold the data any more. */
const OVER: readonly ReviewStatus[] = ["closed", "terminated", "withdrawn"];

export interface CopyTableProps {
  team: string;
  copies: readonly CopyLine[];
  choices: CopyChoices;
  /** Null for readers who may not. */
  send: SendCopy | null;
  me: string;
  today: Day;
  /** On the page of a request, which is not named in each line. */
  isOfOneRequest?: boolean;
}

interface Line {
  copy: CopyLine;
  depth: number;
}

/** Copies, each followed by what was made of it: where, since when, by whom, and how they ended. */
export function CopyTable(props: CopyTableProps) {
  const t = useTranslations("copies");
  const dates = useDates();
  const { team, copies, isOfOneRequest = false } = props;
  const columns: (Column<Line> | false)[] = [
    { id: "what", header: t("column.what"), isTitle: true, cell: (line) => <What {...line} /> },
    {
      id: "where",
      header: t("column.where"),
      cell: ({ copy }) => (
        <>
          {t(`placeKind.${copy.placeKind}`)}
          <div className={`${classes.small} ${classes.place}`}>{copy.place}</div>
        </>
      ),
    },
    {
      id: "data",
      header: t("column.data"),
      cell: ({ copy }) => copy.units.map(({ name }) => name).join(", "),
    },
    !isOfOneRequest && {
      id: "request",
      header: t("column.request"),
      cell: ({ copy }) =>
        copy.request ? (
          <TextLink href={requestPath(team, copy.request.number)}>
            {writeNumber(copy.request.number)}
          </TextLink>
        ) : (
          t("noRequest")
        ),
    },
    {
      id: "put",
      header: t("column.put"),
      cell: ({ copy }) => t("putBy", { on: dates.day(copy.putOn), name: copy.putBy.name }),
    },
    {
      id: "state",
      header: t("column.state"),
      cell: ({ copy }) => <State {...props} copy={copy} />,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns.filter((column) => column !== false)}
      rows={copyTree(copies)}
      rowKey={({ copy }) => copy.id}
    />
  );
}

function What({ copy, depth }: Line) {
  const t = useTranslations("copies");
  const isLeftover =
    copy.destroyedOn === null &&
    copy.kind !== "archival" &&
    copy.request !== null &&
    OVER.includes(copy.request.status);
  return (
    <div className={classes.what} style={{ "--depth": depth } as CSSProperties}>
      {copy.what}
      <div className={classes.small}>
        {t(`kind.${copy.kind}`)}
        {copy.madeOf && ` · ${t("madeOf", { what: copy.madeOf.what })}`}
      </div>
      {isLeftover && <div className={classes.warn}>{t("leftover")}</div>}
    </div>
  );
}

function State({ team, copy, choices, send, me, today }: CopyTableProps & { copy: CopyLine }) {
  const t = useTranslations("copies");
  const dates = useDates();
  if (copy.destroyedOn === null) {
    const dialog = send && { team, send, choices, copy };
    return (
      <Group gap="xs">
        <StatusChip tone="warn" label={t("state.open")} />
        {dialog && <DestroyCopy {...dialog} me={me} today={today} />}
        {dialog && <ChangeCopy {...dialog} />}
      </Group>
    );
  }
  return (
    <>
      <StatusChip tone="neutral" label={t("state.destroyed")} />
      <div className={classes.small}>
        {t("destroyedBy", {
          on: dates.day(copy.destroyedOn),
          name: copy.destroyedBy?.name ?? "",
          method: copy.method ?? "",
          witness: copy.witness ?? "",
        })}
      </div>
      {copy.document && <ProofLink team={team} proof={copy.document} />}
      {send?.restore && <RestoreCopy team={team} copy={copy} restore={send.restore} />}
    </>
  );
}

"use client";

import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import { writeNumber } from "@/lib/requests/number";
import type { ImportLineRow } from "@/lib/services/imports";
import { ChangeList } from "./change-list";
import { ROW_TONES } from "./import-tone";
import classes from "./row-list.module.css";

/** Rows that can still be answered and decided. */
export const OPEN_STATES: ReadonlySet<string> = new Set(["changes", "accepted", "declined"]);

/** One line of a source: where it stands, what it says, what it would change. */
export function RowItem(props: {
  team: string;
  row: ImportLineRow;
  /** Absent where rows can no longer be chosen. */
  choose?: { isChosen: boolean; onChange: (isChosen: boolean) => void };
}) {
  const say = useSay();
  const { team, row, choose } = props;
  const t = useTranslations("imports.rows");
  return (
    <li className={classes.row} data-plain={choose ? undefined : true}>
      {choose && (
        <Checkbox
          aria-label={t("choose", { at: row.at })}
          checked={choose.isChosen}
          onChange={(event) => choose.onChange(event.currentTarget.checked)}
        />
      )}
      <div className={classes.body}>
        <div className={classes.head}>
          <span className={classes.at}>{row.at}</span>
          <StatusChip label={t(`state.${row.state}`)} tone={ROW_TONES[row.state]} />
          {row.request && (
            <TextLink href={`/t/${encodeURIComponent(team)}/requests/${row.request.number}`}>
              {writeNumber(row.request.number)} · {row.request.title}
            </TextLink>
          )}
        </div>
        {row.fields.length > 0 && <ChangeList fields={row.fields} />}
        {row.warning && <Note tone="warn">{say(row.warning)}</Note>}
        {OPEN_STATES.has(row.state) && row.questions.length > 0 && (
          <ul className={classes.questions}>
            {row.questions.map(({ about, why }) => (
              <li key={about}>{say(why)}</li>
            ))}
          </ul>
        )}
        {row.reason && <p>{say(row.reason)}</p>}
        <p className={classes.words}>{t("says", { words: row.words })}</p>
      </div>
    </li>
  );
}

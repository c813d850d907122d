"use client";

import { Button, Checkbox } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { later } from "@/components/ui/later";
import type { ActionResult } from "@/lib/action";
import type { ImportLineRow } from "@/lib/services/imports";
import type { Answered } from "./answer-dialog";
import { OPEN_STATES, RowItem } from "./row-item";
import classes from "./row-list.module.css";

const AnswerDialog = later(
  () => import("./answer-dialog").then((module) => module.AnswerDialog),
  null,
);

/** What can be done with rows; each answers as an action does. */
export interface RowDeeds {
  decide: (
    team: string,
    input: { importId: string; rows: string[] | "all"; decision: "accept" | "decline" | "reopen" },
  ) => Promise<ActionResult<{ rows: number }>>;
  answer: (
    team: string,
    input: { importId: string; rows: string[]; choice: Answered },
  ) => Promise<ActionResult<{ rows: number }>>;
}

interface Props {
  team: string;
  importId: string;
  rows: readonly ImportLineRow[];
  /** Everybody of the team, to be chosen where a row names somebody unknown. */
  people: readonly { id: string; name: string }[];
  /** Absent for whoever only reads, and for an import that is over. */
  deeds?: RowDeeds;
}

/** The lines of a source as they are compared, to be taken or left one by one or together. */
export function RowList({ team, importId, rows, people, deeds }: Props) {
  const open = rows.filter(({ state }) => OPEN_STATES.has(state));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = open.map(({ id }) => id).filter((id) => chosen.has(id));
  const choose = (id: string, isChosen: boolean) =>
    setChosen((was) => new Set(isChosen ? [...was, id] : [...was].filter((other) => other !== id)));
  return (
    <>
      {deeds && open.length > 0 && (
        <RowBar
          {...{ team, importId, people, deeds, open, ids }}
          onChoose={(all) => setChosen(new Set(all ? open.map(({ id }) => id) : []))}
        />
      )}
      <ul className={classes.rows}>
        {rows.map((row) => (
          <RowItem
            key={row.id}
            team={team}
            row={row}
            choose={
              deeds && OPEN_STATES.has(row.state)
                ? { isChosen: chosen.has(row.id), onChange: (is) => choose(row.id, is) }
                : undefined
            }
          />
        ))}
      </ul>
    </>
  );
}

/** What is done with the chosen rows, and with all that leave nothing open. */
function RowBar(props: {
  team: string;
  importId: string;
  people: Props["people"];
  deeds: RowDeeds;
  open: readonly ImportLineRow[];
  ids: string[];
  onChoose: (all: boolean) => void;
}) {
  const { team, importId, deeds, open, ids } = props;
  const t = useTranslations("imports.rows");
  const router = useRouter();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [isAsking, setAsking] = useState(false);
  const chosen = open.filter(({ id }) => ids.includes(id));
  const questions = [
    ...new Map(
      chosen.flatMap((row) => row.questions.map((one) => [one.about, one] as const)),
    ).values(),
  ];
  const decide = (rows: string[] | "all", decision: "accept" | "decline" | "reopen") =>
    send(
      () => deeds.decide(team, { importId, rows, decision }),
      ({ rows: count }) => {
        tell(t(`told.${decision}`, { count }));
        props.onChoose(false);
        router.refresh();
      },
    );
  return (
    <div className={classes.bar}>
      <Checkbox
        label={t("chooseAll", { count: open.length })}
        checked={ids.length === open.length}
        indeterminate={ids.length > 0 && ids.length < open.length}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      {ids.length === 0 ? (
        <Button size="xs" loading={isSending} onClick={() => decide("all", "accept")}>
          {t("acceptAll")}
        </Button>
      ) : (
        <>
          <Button size="xs" loading={isSending} onClick={() => decide(ids, "accept")}>
            {t("accept", { count: ids.length })}
          </Button>
          <Button size="xs" variant="default" onClick={() => decide(ids, "decline")}>
            {t("decline", { count: ids.length })}
          </Button>
          <Button size="xs" variant="default" onClick={() => decide(ids, "reopen")}>
            {t("reopen")}
          </Button>
          {questions.length > 0 && (
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {t("answer", { count: ids.length })}
            </Button>
          )}
        </>
      )}
      <FormProblem failure={failure} />
      {isAsking && (
        <AnswerDialog
          questions={questions}
          people={props.people}
          rows={ids.length}
          onClose={() => setAsking(false)}
          onSend={(choice) => deeds.answer(team, { importId, rows: ids, choice })}
          onDone={() => {
            setAsking(false);
            router.refresh();
          }}
        />
      )}
    </div>
  );
}

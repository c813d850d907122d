import { useTranslations } from "next-intl";
import { statusTone } from "@/components/requests/status-tone";
import { SeenWords } from "@/components/requests/waiting/seen-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { Lifecycle, Step } from "@/lib/archives/lifecycle";
import { waysBack } from "@/lib/requests/diagram";
import type { SeenDurations } from "@/lib/requests/durations";
import { stepOf } from "@/lib/requests/lifecycle";
import classes from "./archive-guide.module.css";
import { SourceText } from "./source-text";

/** The steps of a lifecycle: who has the move, how long it usually takes, how one comes back. */
export function StepTable(props: {
  lifecycle: Lifecycle;
  /** What the reader's team has seen; undefined for readers without one. */
  seen?: SeenDurations["steps"];
}) {
  const t = useTranslations("archivePage.steps");
  const party = useTranslations("requests.waiting.party");
  const say = useSay();
  const { lifecycle, seen } = props;
  const columns: Column<Step>[] = [
    {
      id: "step",
      header: t("step"),
      isTitle: true,
      cell: ({ label, status, sentence }) => (
        <>
          <StatusChip label={say(label)} tone={statusTone(status)} />
          <div className={classes.sentence}>{say(sentence)}</div>
        </>
      ),
    },
    { id: "who", header: t("who"), cell: ({ waitingOn }) => party(waitingOn) },
    { id: "usual", header: t("usual"), cell: (step) => <UsualTime step={step} /> },
    {
      id: "seen",
      header: t("seen"),
      cell: ({ id }) => <SeenWords seen={seen?.[id]} />,
    },
    {
      id: "back",
      header: t("back"),
      cell: ({ id }) => {
        const moves = waysBack(lifecycle, id);
        if (moves.length === 0) return t("noWayBack");
        return (
          <ul className={classes.plain}>
            {moves.map((move) => (
              <li key={move.id}>
                {t("wayBack", {
                  move: say(move.label),
                  step: say(stepOf(lifecycle, move.to).label),
                })}
              </li>
            ))}
          </ul>
        );
      },
    },
    { id: "source", header: t("source"), cell: ({ source }) => <SourceText text={source} /> },
  ];
  return (
    <DataTable
      caption={t("caption", { name: say(lifecycle.name) })}
      columns={columns.filter(({ id }) => id !== "seen" || seen)}
      rows={lifecycle.steps}
      rowKey={({ id }) => id}
    />
  );
}

function UsualTime({ step }: { step: Step }) {
  const t = useTranslations("archivePage.steps");
  const say = useSay();
  const { usual, byItself = [] } = step;
  if (!usual && byItself.length === 0) return t("unknown");
  return (
    <>
      {usual && (
        <>
          {t("days", { days: usual.expectedDays, chase: usual.chaseAfterDays })}
          <div className={classes.small}>
            <SourceText text={usual.source} />
          </div>
        </>
      )}
      {byItself.map(({ afterDays, what, source }) => (
        <div key={what} className={classes.small}>
          {t("byItself", { days: afterDays, what: say(what) })} <SourceText text={source} />
        </div>
      ))}
    </>
  );
}

import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { day } from "@/lib/dates/day";
import type { RunPreview } from "@/lib/services/mail-preview";
import classes from "./inset.module.css";
import { useMilestone } from "./use-milestone";

/** So many lines of each kind are shown at most; the command lists all. */
const MOST = 300;

/** Two lines may read alike, so that each is known by its place only. */
type Placed<T> = T & { place: number };
type Line = Placed<RunPreview["selected"][number]>;

function placed<T extends object>(lines: readonly T[]): Placed<T>[] {
  return lines.slice(0, MOST).map((line, place) => ({ ...line, place }));
}

const TONES = { urgent: "warn", digest: "info", in_app: "neutral" } as const;

/** What a run as of a day would send: to whom, what, when, and why; and what it would leave, and why. */
export function PreviewTable({ preview }: { preview: RunPreview }) {
  const t = useTranslations("mailSettings.preview");
  const dates = useDates();
  const say = useSay();
  const { on, selected, skipped, problems } = preview;
  const columns = useColumns(preview);
  return (
    <>
      {problems.length > 0 && (
        <div className={classes.inset}>
          <Note tone="bad" title={t("problems", { count: problems.length })}>
            {placed(problems).map(({ place, number, dataset, dueOn, problem }) => (
              <p key={place}>
                {[number, say(dataset)].filter(Boolean).join(" ")}, {dates.day(day(dueOn))}:{" "}
                {t(`problem.${problem}`)}
              </p>
            ))}
          </Note>
        </div>
      )}
      {selected.length === 0 ? (
        <EmptyState sentence={t("empty", { date: dates.day(on) })} />
      ) : (
        <DataTable
          caption={t("caption", { date: dates.day(on) })}
          columns={columns}
          rows={placed(selected)}
          rowKey={({ place }) => String(place)}
        />
      )}
      {selected.length > MOST && (
        <p className={classes.inset}>{t("more", { count: selected.length - MOST })}</p>
      )}
      {skipped.length > 0 && (
        <details className={classes.inset}>
          <summary>{t("skipped", { count: skipped.length })}</summary>
          <ul>
            {placed(skipped).map(({ place, number, dataset, dueOn, reason }) => (
              <li key={place}>
                {[number, say(dataset)].filter(Boolean).join(" ")}, {dates.day(day(dueOn))}:{" "}
                {t(`silence.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function useColumns({ on }: RunPreview): Column<Line>[] {
  const t = useTranslations("mailSettings.preview");
  const dates = useDates();
  const say = useSay();
  const milestoneInWords = useMilestone();
  return [
    { id: "to", header: t("columns.to"), isTitle: true, cell: ({ to }) => <bdi>{to}</bdi> },
    {
      id: "what",
      header: t("columns.what"),
      cell: ({ number, dataset, dueOn }) => (
        <>
          <bdi>{[number, say(dataset)].filter(Boolean).join(" ")}</bdi>
          <Text size="sm" c="dimmed">
            {dates.dayWithDistance(day(dueOn), on)}
          </Text>
        </>
      ),
    },
    {
      id: "how",
      header: t("columns.how"),
      cell: ({ mail }) => <StatusChip tone={TONES[mail]} label={t(`how.${mail}`)} />,
    },
    {
      id: "when",
      header: t("columns.when"),
      cell: ({ mail, atOnce, timeZone }) =>
        mail === "in_app" || atOnce
          ? t(mail === "in_app" ? "here" : "atOnce")
          : t("morning", { timeZone }),
    },
    {
      id: "why",
      header: t("columns.why"),
      cell: (line) => (
        <>
          <Reasons why={line.why} />
          <Text size="sm" c="dimmed">
            {t("level", {
              level: t(`levels.${line.level}`),
              milestone: milestoneInWords(line.milestone),
            })}
          </Text>
        </>
      ),
    },
  ];
}

function Reasons({ why }: { why: string }) {
  const t = useTranslations("duties.readers.reason");
  const known = ["holder", "pi", "owner", "lead", "stand_in", "second_contact"] as const;
  const codes = why.split(", ");
  return known
    .filter((reason) => codes.includes(reason))
    .map((reason) => t(reason))
    .join(", ");
}

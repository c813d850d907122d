import { formatDay } from "../dates/format";
import { hoursOfMilestone } from "../reminders/milestones";
import type { Fates } from "../services/reminder-fates";
import type { ReminderReport } from "../services/reminders";

const REASONS = {
  planned_before: "planned before",
  obligation_closed: "its duty is closed",
  request_closed: "the request is over",
  renewal_filed: "its renewal is filed",
  snoozed: "everybody concerned lets it rest",
};

const LEVELS = {
  person: "the reader's own schedule",
  team: "the team's schedule",
  agreement: "the agreement's schedule",
  archive: "the archive's schedule",
  default: "default schedule",
};

const MAILS = { urgent: "mail of its own", digest: "digest", in_app: "in Gatebook only" };

const PROBLEMS = {
  nobody_on_team: "nobody concerned is on the team; only leads who left get it",
  nobody_at_all: "nobody can be reached",
};

/** The report of a run as a table for people. */
export function inWords(report: ReminderReport, fates: Fates): string {
  const { on, dryRun, selected, skipped, problems } = report;
  return [
    `Reminders as of ${formatDay(on)}${dryRun ? " (dry run: nothing is written or sent)" : ""}`,
    ...section(
      dryRun ? "Would be sent" : "Planned",
      selected.map((line) => [
        ...[...named(line), milestoneInWords(line.milestone), line.to, line.why],
        ...[LEVELS[line.level], MAILS[line.mail]],
      ]),
    ),
    ...section(
      "Skipped",
      skipped.map((line) => [...named(line), REASONS[line.reason]]),
    ),
    ...section(
      "Look at these",
      problems.map((line) => [...named(line), PROBLEMS[line.problem]]),
    ),
    ...section(
      "Not sent yet, or given up",
      fates.unsent.map(({ to, reason }) => [to, reason]),
    ),
    ...(selected.length === 0 ? ["", "Nothing new to send."] : []),
    ...(dryRun ? [] : ["", `Sent: ${fates.sent}. Not sent: ${fates.unsent.length + fates.open}.`]),
  ].join("\n");
}

function named(line: {
  team: string;
  number: string | null;
  dataset: string;
  dueOn: string;
}): string[] {
  return [line.team, line.number ?? "", line.dataset, `ends ${line.dueOn}`];
}

/** `30 days before`, `last day`, `7 days after`; `20 hours before` and `moment is past`. */
function milestoneInWords(milestone: number): string {
  const hours = hoursOfMilestone(milestone);
  if (hours === 0) return "moment is past";
  if (milestone === 0) return "last day";
  const count = hours ?? Math.abs(milestone);
  const unit = hours === null ? "day" : "hour";
  return `${count} ${unit}${count === 1 ? "" : "s"} ${milestone > 0 ? "before" : "after"}`;
}

/** A heading with its lines in columns; nothing where there are none. */
function section(heading: string, rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  const lines = rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return ["", `${heading}: ${rows.length}`, ...lines.map((line) => `  ${line}`)];
}

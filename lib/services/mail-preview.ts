import type { Day } from "../dates/day";
import type { Job, Member } from "../team/actor";
import { authorise } from "../team/permissions";
import type { ProblemLine, SelectedLine, SkippedLine } from "./reminder-page";
import { planReminders } from "./reminders";

/** What a run as of a day would do for a team. */
export interface RunPreview {
  on: Day;
  selected: SelectedLine[];
  skipped: SkippedLine[];
  problems: ProblemLine[];
}

/**
 * The very plan that a run as of a day makes for the team, from the facts as they are now, without
 * writing anything.
 * @param input.on the day, for everybody on their own calendar
 */
export async function previewRun(actor: Member, input: { on: Day }): Promise<RunPreview> {
  authorise(actor, "mail.preview");
  const { teamId, now } = actor;
  const job: Job = { kind: "job", name: "preview", now };
  const report = await planReminders(job, { on: input.on, teamId, dryRun: true });
  const { selected, skipped, problems } = report;
  return { on: input.on, selected, skipped, problems };
}

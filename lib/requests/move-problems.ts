import type { Move } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import { dayProblem } from "../dates/day-problem";
import { type Decision, grantPeriod } from "./move";
import { askSchema } from "./move-answers";

/** What a dialog for a move holds, all of it as typed. */
export interface TypedMove {
  itemIds: readonly string[];
  answers: Readonly<Record<string, string>>;
  decision: Decision;
}

/**
 * What cannot be right in a move as typed: sentences by question id, by the name of the
 * decision's field, or under `items`. Empty when it can be sent. `latestDay` is the latest
 * calendar day that it is anywhere, `stepSince` the day the items entered their step.
 */
export function moveProblems(
  move: Pick<Move, "asks" | "effect" | "scope">,
  typed: TypedMove,
  days: { latestDay: Day; stepSince: Day | null },
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (move.scope === "item" && typed.itemIds.length === 0) problems.items = "Choose at least one.";
  const read = askSchema(move.asks, { today: days.latestDay, stepSince: days.stepSince }).safeParse(
    typed.answers,
  );
  for (const issue of read.error?.issues ?? []) {
    problems[String(issue.path[0])] ??= issue.message;
  }
  return move.effect === "grant"
    ? { ...problems, ...decisionProblems(typed.decision, days.latestDay) }
    : problems;
}

function decisionProblems(decision: Decision, latestDay: Day): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const name of ["decidedOn", "startsOn", "endsOn"] as const) {
    const text = decision[name];
    if (text === "" && name === "endsOn") continue;
    const problem = text === "" ? "Choose a day." : dayProblem(text);
    if (problem) problems[name] = problem;
  }
  if (Object.keys(problems).length > 0) return problems;
  const read = grantPeriod(decision, latestDay);
  return read.ok ? {} : { [read.field]: read.message };
}

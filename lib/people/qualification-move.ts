import type { Move, Step } from "../archives/lifecycle";
import type { QualificationType } from "../archives/qualification";
import type { Day } from "../dates/day";
import { hasStatedDay, stepOf } from "../requests/lifecycle";
import { askSchema, type MoveAnswers } from "../requests/move-answers";
import {
  type Calendar,
  futureDay,
  type QualificationFacts,
  wrongLink,
  wrongOrder,
} from "./qualification-checks";
import { type Reading, refuse } from "./qualification-facts";

/** What a move makes of a qualification, what was answered for it, and when it happened. */
export interface Moved {
  facts: QualificationFacts;
  answers: MoveAnswers;
  on: Day;
}

/**
 * The facts after a move of the type's lifecycle, which is possible from where it stands. It holds
 * from the day on which it enters an approved step, and no longer from the day on which it leaves.
 * @param typed answers to the move's own questions, by ask id
 */
export function readMove(
  type: QualificationType,
  facts: QualificationFacts,
  move: Move,
  typed: Readonly<Record<string, string>>,
  calendar: Calendar,
): Reading<Moved> {
  const { lifecycle } = type;
  const number = move.asks.find(({ meaning }) => meaning === "reference");
  const wrong = number ? wrongLink(type, typed[number.id] ?? "") : null;
  if (number && wrong !== null) return refuse(number.id, wrong);
  const stepSince = hasStatedDay(lifecycle, facts.step) ? facts.stepSince : null;
  const read = askSchema(move.asks, { today: calendar.latest, stepSince }).safeParse(typed);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse(String(issue?.path[0] ?? "answers"), issue?.message ?? "This cannot be taken.");
  }
  const { on, ...told } = meanings(move, read.data);
  const day = on ?? calendar.today;
  const to = stepOf(lifecycle, move.to);
  const times = timesAfter(stepOf(lifecycle, facts.step), to, day);
  const after = { ...facts, ...told, step: to.id, stepSince: day, ...times };
  const problem = futureDay(after, calendar) ?? wrongOrder(after);
  if (problem) return refuse(askFor(move, problem.field), problem.message);
  return { ok: true, value: { facts: after, answers: read.data, on: day } };
}

type Told = Partial<
  Pick<QualificationFacts, "reference" | "completedOn" | "reportEndsOn" | "endsOn"> & { on: Day }
>;

/** What was answered, by what it means; what was not answered is absent and stays as it was. */
function meanings({ asks }: Move, answers: MoveAnswers): Told {
  const known = ["on", "reference", "completedOn", "reportEndsOn", "endsOn"] as const;
  return Object.fromEntries(
    known.flatMap((meaning) => {
      const ask = asks.find((each) => each.meaning === meaning);
      const value = ask && answers[ask.id];
      return value === undefined ? [] : [[meaning, value]];
    }),
  );
}

function timesAfter(from: Step, to: Step, on: Day): Partial<QualificationFacts> {
  const [was, is] = [from.status === "approved", to.status === "approved"];
  if (is && !was) return { startsOn: on, endedOn: null, endedBy: null };
  return was && !is ? { endedOn: on, endedBy: to.id } : {};
}

/** The question behind a fact; the day from which it holds is the day of the move. */
function askFor({ asks }: Move, field: string): string {
  const meaning = field === "startsOn" || field === "since" ? "on" : field;
  return asks.find((ask) => ask.meaning === meaning)?.id ?? field;
}

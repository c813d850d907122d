import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import { isToDo } from "@/lib/duties/state";
import type { Outcome } from "@/lib/lists/outcome";
import { writeNumber } from "@/lib/requests/number";
import type { Say } from "@/lib/said/say";
import type { DutyLine } from "@/lib/services/duty-rows";

/** A duty as far as acting on several at once looks at it. */
export interface TickableDuty {
  id: string;
  name: string;
  dueOn: Day;
}

type Send = (team: string, input: unknown) => Promise<ActionResult<Outcome[]>>;

/** Acts on several duties; an outcome for each says what became of it. */
export interface SendDuties {
  acknowledge: Send;
  snooze: Send;
}

/** Those of these duties that somebody can act on: the open ones. */
export function tickableDuties(lines: readonly DutyLine[], say: Say): TickableDuty[] {
  return lines
    .filter(({ state }) => isToDo(state))
    .map((line) => ({ id: line.id, name: nameOfDuty(line, say), dueOn: line.dueOn }));
}

/** The name of a duty with what it is about, so that it is told from others of its kind. */
export function nameOfDuty({ kind, data, request, agreement, person }: DutyLine, say: Say): string {
  const about = [data, request && writeNumber(request.number), agreement?.name, person?.name];
  return [say(kind.name), ...about].filter(Boolean).join(" · ");
}

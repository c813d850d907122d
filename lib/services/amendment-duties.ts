import { headFunction } from "../amendments/people";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays } from "../dates/day";
import type { Member } from "../team/actor";
import type { Amended } from "./amendment-effects";
import { type NewDuty, openDuty } from "./open-duty";
import type { Tx } from "./transaction";

/** What follows from a change that holds: whom to tell, what to destroy, what to do before a move. */
export async function openAmendmentDuties(
  tx: Tx,
  actor: Member,
  amended: Amended & { id: string },
): Promise<void> {
  const { request, id } = amended;
  const about = { subject: `amendment:${id}`, ownerId: request.ownerId, requestId: request.id };
  for (const duty of dutiesOf(amended)) await openDuty(tx, actor, { ...about, ...duty });
}

type Duty = Pick<NewDuty, "kind" | "what" | "dueOn" | "rule" | "source"> & { personId?: string };

function dutiesOf(amended: Amended): Duty[] {
  const { change } = amended;
  const notice = noticeOf(amended);
  if (change.kind === "pi_moves") return planOfMove(amended, change.on);
  if (change.kind === "people" && change.effect === "remove") {
    const { personId } = change;
    const gone = leavers(amended, [change.function], change.on).filter(
      ({ effect }) => effect === "destroy",
    );
    return [...notice, ...gone.map((duty) => ({ ...duty, personId }))];
  }
  if (change.kind === "scope_remove") return [...notice, destruction(amended, change.on)];
  return notice;
}

/** Whoever must be told after the change, where the archive asks for no consent before it. */
function noticeOf({ archive, change, on }: Amended): Duty[] {
  const { way, withinDays, sentence, source } = archive.amendments[change.kind];
  if (way !== "notify" || withinDays === undefined) return [];
  const from = "on" in change ? change.on : on;
  return [
    {
      ...{ kind: `${archive.code}_amendment_notice`, what: sentence, source },
      dueOn: addDays(from, withinDays),
      rule: `The day of the change plus ${withinDays} days.`,
    },
  ];
}

function destruction({ archive, change }: Amended, on: Duty["dueOn"]): Duty {
  return {
    ...{ kind: `${archive.code}_scope_destruction`, dueOn: on },
    what: "Destroy every copy of the data that were taken off, backups and derivatives included, and record it under Data copies.",
    rule: "The day of the change: what is no longer used under the approval is not kept. No source names a day, this one is ours.",
    source: archive.amendments[change.kind].source,
  };
}

/** What the archive asks when its head leaves the institution, in the order of the days. */
function planOfMove(amended: Amended, lastDay: Duty["dueOn"]): Duty[] {
  const { archive, request } = amended;
  const head = headFunction(archive.sections(request.lifecycle));
  return [...leavers(amended, head ? [head] : [], lastDay)].sort((a, b) =>
    a.dueOn.localeCompare(b.dueOn),
  );
}

function leavers(
  { archive }: Amended,
  functions: readonly PersonFunction[],
  lastDay: Duty["dueOn"],
) {
  return archive.departure.duties({ functions, filed: true, approved: true, lastDay });
}

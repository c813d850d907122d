import type { DepartureDuty, Leaving } from "../archives/departure";
import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day } from "../dates/day";

/** From when to when something holds. `endsOn` is the last day; ended ON a day is over that day. */
export interface Period {
  endsOn: Day | null;
  endedOn: Day | null;
}

/** Somebody of the team, with the first and the last day. */
export interface TeamMate {
  id: string;
  name: string;
  startsOn: Day;
  endsOn: Day | null;
}

/** A request, or an agreement that stands apart from requests, that the leaving person is part of. */
export interface Matter {
  kind: "request" | "agreement";
  id: string;
  archive: string;
  /** The request's number; null for an agreement. */
  number: number | null;
  title: string;
  /** What the person does in it; empty when they only look after it. */
  functions: readonly PersonFunction[];
  filed: boolean;
  /** Approvals and agreements that let this person in. */
  approvals: readonly Period[];
  /** Who looks after it; null for an agreement. */
  ownerId: string | null;
}

/** An open duty in the person's care. */
export interface OwnedDuty {
  id: string;
  what: string;
  requestId: string | null;
  number: number | null;
}

/** Everything that a departure follows from. */
export interface DepartureFacts {
  person: TeamMate;
  /** Everybody of the team, the person too. */
  team: readonly TeamMate[];
  matters: readonly Matter[];
  /** Other than those that an earlier record of this departure left. */
  duties: readonly OwnedDuty[];
  /** Who looks after the duties of an earlier record of this departure, by matter. */
  caretakers: ReadonlyMap<string, string>;
}

/** What a line of the plan is about. */
export type MatterName = Pick<Matter, "kind" | "id" | "archive" | "number" | "title">;

/** A duty that the departure brings. `subject` and `kind` tell it from all others. */
export interface PlannedDuty extends DepartureDuty {
  subject: string;
  matter: MatterName;
}

/** A thing that passes on, or a place in it that does not. */
export interface HandOverLine {
  kind: "request" | "agreement" | "duty";
  /** Id of the request, the agreement or the duty. */
  id: string;
  number: number | null;
  title: string;
  /** The archive's rule, with its sentence; for a duty of the team's own, no sentence. */
  how: "transfer" | "amend" | "close_and_reapply";
  why: string;
  /** Whether somebody must be chosen who looks after it from now on. */
  needsOwner: boolean;
  /** Who is proposed, where somebody suggests itself. */
  proposedId: string | null;
}

/** What somebody's leaving changes beside access: duties, and who looks after what. */
export interface DeparturePlan {
  lastDay: Day;
  duties: readonly PlannedDuty[];
  handOver: readonly HandOverLine[];
}

/** The key under which the duties of one departure from one matter are stored. */
function departureSubject(personId: string, matterId: string): string {
  return `${departurePrefix(personId)}${matterId}`;
}

/** What the keys of all duties of one person's departure begin with. */
export function departurePrefix(personId: string): string {
  return `departure:${personId}:`;
}

/** Whether an approval stands on a day, as far as its end is known. */
export function standsOn({ endsOn, endedOn }: Period, day: Day): boolean {
  return (endsOn === null || endsOn >= day) && (endedOn === null || endedOn > day);
}

/** Who may take something over: on the team today, and still the day after the last day. */
export function mayTakeOver(mate: TeamMate, leaverId: string, lastDay: Day, today: Day): boolean {
  const after = addDays(lastDay, 1);
  const until = after > today ? after : today;
  const stays = mate.endsOn === null || mate.endsOn >= until;
  return mate.id !== leaverId && mate.startsOn <= today && stays;
}

/**
 * What follows when somebody's last day on the team is `lastDay`: the duties that each archive
 * asks for, and everything that needs somebody else to look after it.
 */
export function departurePlan(facts: DepartureFacts, lastDay: Day, today: Day): DeparturePlan {
  const duties = facts.matters.flatMap((matter) => dutiesOf(facts, matter, lastDay));
  return { lastDay, duties, handOver: handOverOf(facts, duties, lastDay, today) };
}

function leavingOf({ functions, filed, approvals }: Matter, lastDay: Day): Leaving {
  const approved = approvals.some((period) => standsOn(period, lastDay));
  return { functions, filed, approved, lastDay };
}

function rulesOf({ archive }: Matter) {
  const found = archiveByCode(archive);
  if (!found) throw new Error(`There is no archive ${archive}`);
  return found.departure;
}

function dutiesOf({ person }: DepartureFacts, matter: Matter, lastDay: Day): PlannedDuty[] {
  const { kind, id, archive, number, title } = matter;
  const subject = departureSubject(person.id, id);
  return rulesOf(matter)
    .duties(leavingOf(matter, lastDay))
    .map((duty) => ({ ...duty, subject, matter: { kind, id, archive, number, title } }));
}

function handOverOf(
  facts: DepartureFacts,
  duties: readonly PlannedDuty[],
  lastDay: Day,
  today: Day,
): HandOverLine[] {
  const { person, team, matters } = facts;
  const stays = (id: string | null | undefined) =>
    team.some((mate) => mate.id === id && mayTakeOver(mate, person.id, lastDay, today));
  const proposed = (id: string | null | undefined) => (id && stays(id) ? id : null);
  const lines = matters.map((matter): HandOverLine => {
    const { kind, id, number, title, ownerId } = matter;
    const hasDuties = duties.some((duty) => duty.matter.id === id);
    const needsOwner =
      ownerId === person.id ||
      (hasDuties && !stays(ownerId)) ||
      (kind === "agreement" && hasDuties);
    const proposedId = proposed(facts.caretakers.get(id));
    const rule = rulesOf(matter).handOver(leavingOf(matter, lastDay));
    return { kind, id, number, title, ...rule, needsOwner, proposedId };
  });
  const passing = lines.filter((line) => line.needsOwner || line.how !== "transfer");
  const owners = new Map(matters.map(({ id, ownerId }) => [id, ownerId]));
  // With a request pass its owner's duties only.
  const alone = facts.duties.filter(({ requestId }) => owners.get(requestId ?? "") !== person.id);
  return [
    ...passing,
    ...alone.map(({ id, what, number, requestId }): HandOverLine => {
      const proposedId = proposed(owners.get(requestId ?? ""));
      const rule = { how: "transfer", why: "", needsOwner: true } as const;
      return { kind: "duty", id, number, title: what, ...rule, proposedId };
    }),
  ];
}

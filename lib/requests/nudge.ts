import { z } from "zod";
import type { Archive } from "../archives/archive";
import type { Lifecycle, Party, Step } from "../archives/lifecycle";
import { type AskedParty, letterBody, letterSubject, type NudgeFacts } from "../archives/nudge";
import { addDays, type Day, daysBetween } from "../dates/day";
import { dayField } from "../dates/day-field";
import { lineField } from "../team/line-field";
import { textField } from "./comment-forms";
import type { Spread } from "./durations";
import { stepOf } from "./lifecycle";

/** After how long it is time to ask for news. */
export interface NudgeTiming {
  /** Days of silence after which to ask. */
  afterDays: number;
  /** Whether that is what three quarters of this team's own took at most, or a usual figure. */
  basis: "team" | "usual";
  /** The day from which to ask: after the step's first day, or after one asked last. */
  from: Day;
  /** More days than are usual have passed. */
  isDue: boolean;
  /** The day on which one asked last within this stay. */
  lastNudge: Day | null;
}

/** Those of a request itself, whom nobody asks for news. */
export const INSIDE: readonly Party[] = ["us", "holder", "pi", "nobody"];

/** Whether the next move lies with somebody whom one can ask for news. */
export function isAsked(party: Party): party is AskedParty {
  return !INSIDE.includes(party);
}

/**
 * When to ask for news about a stay in a step; null where nobody outside has the move, or where
 * nobody knows what is usual. The team's own upper quartile counts once there are enough; a letter
 * starts the count anew.
 */
export function nudgeTiming(stay: {
  step: Step;
  since: Day;
  /** Days on which one asked about this step, in any order; earlier stays' are left aside. */
  asked: readonly Day[];
  /** What the team has seen of this step. */
  seen: Spread | undefined;
  today: Day;
}): NudgeTiming | null {
  const { step, since, today } = stay;
  if (!isAsked(step.waitingOn)) return null;
  const own = stay.seen?.quartiles?.upper;
  const afterDays = own === undefined ? step.usual?.chaseAfterDays : Math.ceil(own);
  if (afterDays === undefined) return null;
  const lastNudge =
    stay.asked
      .filter((day) => day >= since)
      .toSorted()
      .at(-1) ?? null;
  const from = addDays(lastNudge ?? since, afterDays + 1);
  const basis = own === undefined ? "usual" : "team";
  return { afterDays, basis, from, isDue: today >= from, lastNudge };
}

/** A request as far as letters about it go. */
export interface AskedRequest {
  title: string;
  archiveNumber: string | null;
  submittedOn: Day | null;
  people: readonly { function: string; person: { name: string } }[];
  items: readonly {
    id: string;
    step: string;
    stepSince: Day;
    archiveNumber: string | null;
    /** The unit's name and the name of its person, where access is personal. */
    unitName: string;
    personName: string | null;
  }[];
}

/** Items of a request that wait for the same party at the same step. */
export interface Wait {
  step: Step;
  /** The earliest day from which one of them has waited. */
  since: Day;
  days: number;
  itemIds: readonly string[];
  timing: NudgeTiming | null;
  letter: { to: string; subject: string; body: string };
}

/** What of a request waits outside of the team, with the letter that would ask for news. */
export function waitsOf(
  { archive, lifecycle }: { archive: Archive; lifecycle: Lifecycle },
  request: AskedRequest,
  about: {
    ownNumber: string;
    sender: string;
    today: Day;
    asked: readonly { step: string; on: Day }[];
    seen: Readonly<Record<string, Spread>>;
  },
): Wait[] {
  const { today } = about;
  return [...Map.groupBy(request.items, ({ step }) => step)].flatMap(([id, items]) => {
    const step = stepOf(lifecycle, id);
    const since = items.map(({ stepSince }) => stepSince).toSorted()[0];
    if (!since || !isAsked(step.waitingOn)) return [];
    const asked = about.asked.filter((entry) => entry.step === id).map(({ on }) => on);
    const letter = archive.nudges[step.waitingOn];
    const facts: NudgeFacts = {
      ...{ archive, number: request.archiveNumber, ownNumber: about.ownNumber },
      ...{ title: request.title, filedOn: request.submittedOn, step: step.label, since, today },
      units: distinctUnits(items),
      holders: [...new Set(items.flatMap(({ personName }) => personName ?? []))],
      pi: request.people.find((entry) => entry.function === "pi")?.person.name ?? null,
      sender: about.sender,
    };
    return {
      ...{ step, since, days: Math.max(0, daysBetween(since, today)) },
      itemIds: items.map((item) => item.id),
      timing: nudgeTiming({ step, since, asked, seen: about.seen[id], today }),
      letter: { to: letter.to, subject: letterSubject(facts), body: letterBody(letter, facts) },
    };
  });
}

function distinctUnits(items: AskedRequest["items"]): NudgeFacts["units"] {
  const byName = new Map(items.map((item) => [item.unitName, item.archiveNumber]));
  return [...byName].map(([name, number]) => ({ name, number }));
}

/** What the page sends once a letter went out. */
export const nudgeForm = z.strictObject({
  commandId: z.uuid(),
  requestId: z.uuid(),
  step: z.string().max(60),
  on: dayField("Enter the day on which you sent it."),
  subject: lineField(300, "Write what the letter is about."),
  text: textField("Keep the text that you sent."),
});
export type RecordNudge = z.output<typeof nudgeForm>;

import { formatDay } from "../dates/format";
import { nudgeTiming } from "../requests/nudge";
import { isSettled } from "../requests/settled";
import { outputDuties, outputLog } from "./output-duties";
import type { RequestAbout, RequestFacts } from "./request-facts";
import { type StandingDuty, standingPrefix } from "./standing";
import { unitDuties } from "./unit-duties";

/**
 * What a request gives somebody to do beside the ends of its approvals: to ask whoever is silent,
 * and what its units and its outputs ask for while an approval stands. None once it was closed, where
 * the close-out looks through the outputs, or withdrawn.
 */
export function requestDuties(facts: RequestFacts): StandingDuty[] {
  const { request, archive } = facts;
  if (isSettled(request.status)) return [];
  const prefix = standingPrefix({ kind: "request", id: request.id });
  const about = { ownerId: request.ownerId, requestId: request.id, archive: archive.code };
  return [
    ...silences(facts, prefix, about),
    ...unitDuties(facts, prefix, about),
    ...outputDuties(facts, prefix, about),
    ...outputLog(facts, prefix, about),
  ];
}

/** Whoever has kept something for longer than is usual is asked, and asked again as long after that. */
function silences(facts: RequestFacts, prefix: string, about: RequestAbout): StandingDuty[] {
  const { archive, lifecycle, items, asked, today } = facts;
  return [...Map.groupBy(items, ({ step }) => step)].flatMap(([id, waiting]) => {
    const step = lifecycle.steps.find((each) => each.id === id);
    const since = waiting.map(({ stepSince }) => stepSince).toSorted()[0];
    if (!step?.usual || !since) return [];
    const days = asked.filter((nudge) => nudge.step === id).map(({ on }) => on);
    const timing = nudgeTiming({ step, since, asked: days, seen: undefined, today });
    if (!timing) return [];
    const last = timing.lastNudge;
    return [
      {
        ...{ ...about, subject: `${prefix}silence:${id}`, kind: "review_silence" },
        ...{ dueOn: timing.from, source: step.usual.source, isRenewed: last !== null },
        what: `Ask for news at ${archive.name}: “${step.label}” lasts longer than is usual.`,
        rule: `${last ? `Last asked on ${formatDay(last)}` : `“${step.label}” since ${formatDay(since)}`}, plus ${timing.afterDays} days as usual, and the day after.`,
      },
    ];
  });
}

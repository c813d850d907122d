import { addDays, type Day } from "../dates/day";
import { formatDay } from "../dates/format";
import type { AccessPlan, FieldChange, Question } from "./change";
import type { Compared } from "./compared";
import type { KnownGrant } from "./state";

/** What a source says of the approval, beside ours. */
export interface Approval {
  fields: FieldChange[];
  questions: Question[];
  grant: AccessPlan["grant"];
  endGrant: AccessPlan["endGrant"];
  moveEnd: AccessPlan["moveEnd"];
  confirms: string | null;
}

const NOTHING: Approval = {
  ...{ fields: [], questions: [], grant: null, endGrant: null, moveEnd: null, confirms: null },
};

/**
 * What becomes of the approval: a first one, another end, the end it has come to, or no more than
 * that somebody saw it stand. @param to the step to which the item goes, null where it stays
 */
export function compareApproval(given: Compared, to: string | null): Approval | { reason: string } {
  const { entry, seen, place, lifecycle } = given;
  const grant = place.item?.grant ?? null;
  const status = lifecycle.steps.find(({ id }) => id === (to ?? place.item?.step))?.status;
  if (status === "closed" || status === "terminated") return closing(given, grant, to);
  if (entry.expired) return runOut(given, grant);
  if (entry.approval === null) return NOTHING;
  if (grant === null) return first(given, null);
  const said = entry.approval.endsOn;
  if (said !== null && said !== grant.endsOn) return movedEnd(grant, said);
  if (
    given.archive.itemPerPerson &&
    entry.approval.decidedOn !== null &&
    entry.approval.decidedOn !== grant.decidedOn
  ) {
    return {
      reason: `The approval is recorded here as of ${formatDay(grant.decidedOn)}, the source says ${formatDay(entry.approval.decidedOn)}. Nothing was changed; correct whichever is wrong.`,
    };
  }
  if (grant.endsOn !== null && grant.endsOn < seen.on) return first(given, grant);
  const isNews = grant.confirmedOn === null || grant.confirmedOn < seen.on;
  return { ...NOTHING, confirms: isNews ? grant.id : null };
}

/** A first approval, or the next one after an approval whose time was over. */
function first(given: Compared, before: KnownGrant | null): Approval | { reason: string } {
  const { archive, lifecycle, entry, choice, seen } = given;
  const decidedOn = choice.decidedOn ?? entry.approval?.decidedOn ?? null;
  if (decidedOn === null) {
    const why = before
      ? `The approval known here ended on ${formatDay(before.endsOn ?? before.decidedOn)}, and the source says that it stands. Since when? The source does not say it.`
      : "The source does not say when this was approved; the letter or mail of the decision does.";
    return { ...NOTHING, questions: [ask("decidedOn", why, true), askEnd(given)] };
  }
  if (decidedOn > seen.on)
    return {
      reason: "It was decided after the day on which the source was seen; check both days.",
    };
  if (before && decidedOn <= before.decidedOn) {
    return {
      reason: `An approval of ${formatDay(before.decidedOn)} is known already; the next one must be later.`,
    };
  }
  const startsOn = choice.startsOn ?? entry.approval?.startsOn ?? decidedOn;
  const ruled = archive.terms(lifecycle.id).proposeEnd({ decidedOn, startsOn }).endsOn;
  const said = entry.approval?.openEnded ? null : (entry.approval?.endsOn ?? ruled);
  const endsOn = choice.endsOn === "open" ? null : (choice.endsOn ?? said);
  if (endsOn !== null && endsOn < startsOn)
    return { reason: "It would end before it starts; check the days." };
  // An end that the source itself gives is no contradiction: lists keep what is over.
  const isRuled = choice.endsOn !== undefined || entry.approval?.endsOn == null;
  const over = endsOn !== null && endsOn < seen.on && !entry.expired && isRuled;
  return {
    ...NOTHING,
    fields: [
      { field: "decidedOn", before: before?.decidedOn ?? null, after: decidedOn },
      ...(startsOn === decidedOn
        ? []
        : [{ field: "startsOn" as const, before: null, after: startsOn }]),
      { field: "endsOn", before: before?.endsOn ?? null, after: endsOn },
    ],
    questions: over
      ? [
          ask(
            "endsOn",
            `It stood on ${formatDay(seen.on)}, and by the archive's rule it ended on ${formatDay(endsOn)}. Until when does it last?`,
            true,
          ),
        ]
      : choice.decidedOn
        ? [askEnd(given)]
        : [],
    grant: { decidedOn, startsOn, endsOn },
  };
}

function askEnd({ archive, lifecycle, seen }: Compared): Question {
  const { rule } = archive
    .terms(lifecycle.id)
    .proposeEnd({ decidedOn: seen.on, startsOn: seen.on });
  return ask("endsOn", `The source does not say until when. Left empty: ${rule}`, false);
}

function movedEnd(grant: KnownGrant, endsOn: Day): Approval {
  return {
    ...NOTHING,
    fields: [{ field: "endsOn", before: grant.endsOn, after: endsOn }],
    moveEnd: { id: grant.id, endsOn },
    confirms: null,
  };
}

/** The source says that the time is over: ours must not last longer than the day before it was seen. */
function runOut(given: Compared, grant: KnownGrant | null): Approval | { reason: string } {
  const { choice, entry, seen } = given;
  const last = addDays(seen.on, -1);
  if (grant?.endsOn && grant.endsOn < seen.on) return NOTHING;
  const ended =
    choice.endsOn === "open" ? undefined : (choice.endsOn ?? entry.approval?.endsOn ?? undefined);
  if (ended !== undefined && ended > last) {
    return {
      reason: `It had run out when the source was seen, so its last day lies before ${formatDay(seen.on)}.`,
    };
  }
  const why = `The source says that it has run out, not when. Its last day was ${formatDay(last)} at the latest.`;
  if (grant) {
    if (ended === undefined) return { ...NOTHING, questions: [ask("endsOn", why, true)] };
    return movedEnd(grant, ended);
  }
  const decided = first(given, null);
  if ("reason" in decided || ended !== undefined) return decided;
  const others = decided.questions.filter(({ about }) => about !== "endsOn");
  return { ...decided, questions: [...others, ask("endsOn", why, true)] };
}

function closing(given: Compared, grant: KnownGrant | null, to: string | null): Approval {
  if (!grant || to === null) return NOTHING;
  return { ...NOTHING, endGrant: { id: grant.id, on: given.entry.on ?? given.seen.on } };
}

function ask(about: Question["about"], why: string, required: boolean): Question {
  return { about, why, required, options: [] };
}

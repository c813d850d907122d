import { ARCHIVES } from "../archives/index";
import type { ReviewStatus } from "../archives/lifecycle";
import type { RuleValues } from "../archives/qualification";
import { addDays, type Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { AFFILIATION } from "../people/affiliation";
import { typeById } from "../people/qualification-types";
import { schemeById } from "../people/schemes";
import { isSettled } from "../requests/settled";
import { phrase } from "../said/phrase";
import { type HeldRow, heldDuties, nextReview } from "./held-duties";
import { type ClosedByHand, laterOf, plus, type StandingDuty, standingPrefix } from "./standing";

/** A recorded qualification with what it is for. */
export interface TypedRow extends HeldRow {
  type: string;
  reference: string;
  unitId: string | null;
  request: { id: string; ownerId: string; status: ReviewStatus } | null;
}

/** What a person's standing duties depend on. */
export interface PersonFacts {
  person: { id: string; startsOn: Day; endsOn: Day | null; recordedOn: Day };
  /** The lead who looks after what is nobody's own. */
  leadId: string;
  rows: readonly TypedRow[];
  identities: readonly {
    id: string;
    scheme: string;
    value: string;
    verifiedOn: Day | null;
    endsOn: Day | null;
  }[];
  /** By archive code. */
  rules: ReadonlyMap<string, RuleValues>;
  closed: readonly ClosedByHand[];
  /** The calendar day it is in UTC. */
  today: Day;
}

/** What the institution's standing duties depend on. */
export type InstitutionFacts = Pick<PersonFacts, "leadId" | "rows" | "rules" | "closed">;

/**
 * What follows from what a person holds: trainings, approvals and accounts that run out, references
 * to chase, and the yearly look at where the person works. Nothing is asked that is due after the
 * last day on the team, and nothing of whoever has left.
 */
export function personDuties(facts: PersonFacts): StandingDuty[] {
  const { person, today } = facts;
  const prefix = standingPrefix({ kind: "person", id: person.id });
  const own = { personId: person.id, ownerId: person.id };
  const duties = [
    ...groupsOf(facts.rows).flatMap((rows) => ofGroup(facts, rows, prefix, own)),
    ...firstAffiliation(facts, prefix),
    ...facts.identities.flatMap((identity) => ofIdentity(identity, prefix, own)),
  ];
  const { endsOn } = person;
  if (endsOn === null) return duties;
  const before = duties.filter(({ dueOn }) => dueOn <= endsOn);
  if (today <= endsOn) return before;
  const why = phrase(`left the team on ${formatDay(endsOn)}`);
  return before.map((duty) => ({ ...duty, over: { state: "not_applicable", why } as const }));
}

/** What follows from what the institution holds, in the care of the request's owner or of a lead. */
export function institutionDuties(facts: InstitutionFacts): StandingDuty[] {
  const prefix = standingPrefix({ kind: "institution" });
  const duties = groupsOf(facts.rows).flatMap((rows) => {
    const { request, reference } = rows[0] ?? { request: null, reference: "" };
    const own = {
      ownerId: request?.ownerId ?? facts.leadId,
      ...(request && { requestId: request.id }),
    };
    return ofGroup(facts, rows, prefix, own).map((duty) => ({ duty, reference }));
  });
  return oncePerPaper(duties);
}

/** One paper may serve several requests: whoever looks after them is asked for it once. */
function oncePerPaper(
  duties: readonly { duty: StandingDuty; reference: string }[],
): StandingDuty[] {
  const once = Map.groupBy(duties, ({ duty: { subject, kind, dueOn, ownerId }, reference }) =>
    [reference ? `number ${reference}` : subject, kind, dueOn, ownerId].join(" "),
  );
  return [...once.values()].flatMap(([first]) => first?.duty ?? []);
}

type Own = Pick<StandingDuty, "ownerId" | "personId" | "requestId">;

function ofGroup(
  facts: InstitutionFacts,
  rows: readonly TypedRow[],
  prefix: string,
  own: Own,
): StandingDuty[] {
  const [first] = rows;
  const type = first && typeById(first.type);
  if (!type) return [];
  const archive = archiveOf(type.id);
  const subject = `${prefix}${keyOf(first)}`;
  // The look at where people work is the lead's.
  const ownerId = type.id === AFFILIATION.id ? facts.leadId : own.ownerId;
  const rules = facts.rules.get(archive) ?? {};
  return heldDuties({
    ...{ type, archive, rows, rules, closed: facts.closed },
    about: { ...own, ownerId, subject },
  });
}

/**
 * Rows that follow one another: of one type, for one thing, and at the institution of one number.
 * What was for a request that is closed or withdrawn is needed no longer.
 */
function groupsOf(rows: readonly TypedRow[]): TypedRow[][] {
  const needed = rows.filter(({ request }) => request === null || !isSettled(request.status));
  return [...Map.groupBy(needed, keyOf).values()];
}

function keyOf({ type, unitId, request, reference }: TypedRow): string {
  const isOfInstitution = typeById(type)?.holder === "institution";
  const parts = [type, unitId ?? request?.id ?? "", isOfInstitution ? reference : ""];
  return parts.join(":").replace(/:+$/, "");
}

function archiveOf(typeId: string): string {
  const own = ARCHIVES.find(({ qualifications }) => qualifications.some(({ id }) => id === typeId));
  return own?.code ?? "";
}

/** Where nobody has confirmed yet where somebody works, the first look counts from when they came. */
function firstAffiliation(facts: PersonFacts, prefix: string): StandingDuty[] {
  const { person, rows, leadId, closed } = facts;
  const { review } = AFFILIATION;
  const isNoted = ({ type, step }: TypedRow) =>
    type === AFFILIATION.id && step !== AFFILIATION.lifecycle.initial;
  if (!review || rows.some(isNoted)) return [];
  const about = { subject: `${prefix}${AFFILIATION.id}`, ownerId: leadId, personId: person.id };
  const since = laterOf(person.startsOn, person.recordedOn);
  const called = (day: string) =>
    since === person.startsOn ? `On the team since ${day}.` : `Written down here on ${day}.`;
  return [nextReview({ about, archive: "", closed }, since, called, review)];
}

/** An account that must be proven or linked again, on the day that is known or by its scheme's rule. */
function ofIdentity(
  { id, scheme: schemeId, value, verifiedOn, endsOn }: PersonFacts["identities"][number],
  prefix: string,
  own: Own & { personId: string },
): StandingDuty[] {
  const scheme = schemeById(schemeId);
  const lasts = scheme?.lastsDays ?? null;
  const counted = verifiedOn !== null && lasts !== null;
  const dueOn = endsOn ?? (counted ? addDays(verifiedOn, lasts) : null);
  if (!scheme || dueOn === null) return [];
  return [
    {
      ...{ ...own, subject: `${prefix}account:${id}`, kind: "identity_again", dueOn },
      ...{ archive: "", source: scheme.source, isRenewed: true },
      what: `Prove or link the ${scheme.name} ${value} again.`,
      rule:
        endsOn === null && counted
          ? `Verified on ${plus(verifiedOn, lasts, "day")}.`
          : `${formatDay(dueOn)} is the end that was entered with the account.`,
    },
  ];
}

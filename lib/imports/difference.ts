import type { Archive } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import type { AccessEntry, StatusEntry } from "../archives/status-import";
import { findLifecycle } from "../requests/lifecycle";
import { phrase } from "../said/phrase";
import { type Approval, compareApproval } from "./approval";
import type { AccessPlan, FieldChange, Outcome, RowChoice, Seen } from "./change";
import type { Compared } from "./compared";
import {
  accountHolder,
  accountOf,
  type Found,
  type FoundUnit,
  findPerson,
  findPlace,
  findUnit,
} from "./find";
import { compareQualification } from "./qualification-difference";
import { type IndexedState, join } from "./state";
import { compareStep, type StepChange } from "./step-difference";

/**
 * What one entry of a source means for what the team knows: nothing new, changes with before and
 * after, or a refusal with its reason. Pure; asks where the source leaves something open, and says so
 * where an item would go back. Never throws for what a source says.
 * @param choice what somebody answered to its questions
 */
export function differ(
  entry: StatusEntry,
  choice: RowChoice,
  seen: Seen,
  state: IndexedState,
): Outcome {
  const archive = archiveByCode(entry.archive);
  if (!archive) return refuse("Its archive is none that Gatebook follows.");
  if (entry.on !== null && entry.on > seen.on) {
    return refuse("Its day lies after the day on which the source was seen; check both.");
  }
  return entry.kind === "qualification"
    ? compareQualification(archive, entry, choice, seen, state)
    : compareAccess(archive, entry, choice, seen, state);
}

function refuse(reason: string): Outcome {
  return { state: "refused", reason };
}

function compareAccess(
  archive: Archive,
  entry: AccessEntry,
  choice: RowChoice,
  seen: Seen,
  state: IndexedState,
): Outcome {
  const unit = findUnit(archive, entry, choice, state);
  const person = findPerson(archive, entry.person, archive.itemPerPerson, choice, seen, state);
  const [problem] = [unit, person].flatMap((found) =>
    !found.ok && "reason" in found ? [found.reason] : [],
  );
  if (problem) return refuse(problem);
  if (!unit.ok || !person.ok) return asking(entry, choice, [unit, person]);
  const lifecycleId = archive.lifecycleOf(unit.value.facts);
  const lifecycle = findLifecycle(archive, lifecycleId);
  const personId = person.value?.id ?? null;
  const about = {
    unit: unit.value,
    personId: archive.itemPerPerson ? personId : null,
    lifecycle: lifecycleId,
  };
  const place = findPlace(archive, entry, about, choice, state);
  if (!place.ok) return "reason" in place ? refuse(place.reason) : asking(entry, choice, [place]);
  const other = strangerHolding(archive, entry, personId, state);
  if (other) return refuse(other);
  return compareItem({
    archive,
    lifecycle,
    entry,
    choice,
    seen,
    state,
    unit: unit.value,
    person: person.value,
    place: place.value,
  });
}

/** What is to be asked before anything can be compared. */
function asking(entry: AccessEntry, choice: RowChoice, found: readonly Found<unknown>[]): Outcome {
  const questions = found.flatMap((one) => (!one.ok && "ask" in one ? [one.ask] : []));
  const subject = join(
    entry.archive,
    entry.requestNumber ?? "",
    entry.unitCode ?? `${entry.unitLabel} ${entry.unitVersion}`,
    entry.person?.email ?? entry.person?.account ?? entry.person?.name ?? "",
  );
  return {
    state: "changes",
    plan: null,
    ...{ subject, says: saying(entry) },
    change: {
      ...{ group: subject, fields: [], questions, warning: null, confirms: null },
      ...{ choice, request: null },
    },
  };
}

/** How the unit stands by the entry, to tell whether another one says the same. */
function saying({ step, status, approval, expired }: AccessEntry): string {
  return JSON.stringify([step, status, approval, expired]);
}

/** An account that is recorded for somebody else than the chosen person. */
function strangerHolding(
  archive: Archive,
  entry: AccessEntry,
  personId: string | null,
  state: IndexedState,
): string | null {
  const holder = accountHolder(archive, entry.person, state);
  if (holder === null || personId === null || holder === personId) return null;
  const name = state.person.get(holder)?.name ?? phrase("somebody else");
  return `The account ${entry.person?.account} is recorded for ${name}; one account belongs to one person.`;
}

function compareItem(given: Compared): Outcome {
  const { archive, entry, choice, unit, person, place } = given;
  const { request, item } = place;
  const move = compareStep(given);
  if ("reason" in move) return refuse(move.reason);
  const approval = compareApproval(given, move.to);
  if ("reason" in approval) return refuse(approval.reason);
  const identity = newAccount(given);
  const numbers = newNumbers(given);
  const fields = [
    ...aboutNew(given),
    ...(identity ? [changed("account", null, identity.value)] : []),
    ...(numbers.request
      ? [changed("requestNumber", request?.archiveNumber ?? null, numbers.request)]
      : []),
    ...(numbers.item ? [changed("itemNumber", item?.archiveNumber ?? null, numbers.item)] : []),
    ...(move.to ? [changed("step", move.before, move.label)] : []),
    ...approval.fields,
  ];
  const open = approval.questions.some(({ required }) => required);
  const who =
    archive.itemPerPerson || entry.person ? (person?.id ?? entry.person?.email ?? "") : "";
  const group = request?.id ?? newGroup(archive, entry, unit);
  return {
    state: fields.length > 0 || approval.questions.length > 0 ? "changes" : "unchanged",
    plan: open ? null : planOf(given, { move, approval, identity, numbers }),
    subject: join(archive.code, group, unit.facts.code, who),
    says: saying(entry),
    change: {
      ...{ group, fields, questions: approval.questions, warning: move.warning, choice },
      confirms: approval.confirms,
      request: request && { number: request.number, title: request.title },
    },
  };
}

/** Entries about one request that is not there yet are taken together. */
function newGroup(archive: Archive, entry: AccessEntry, unit: FoundUnit): string {
  const [stem = unit.facts.code] = unit.facts.code.split(/[./]/);
  const by =
    entry.requestNumber ?? (archive.itemPerPerson ? stem : (unit.facts.dac ?? unit.facts.code));
  const lifecycle = archive.lifecycleOf(unit.facts);
  return join("new", archive.code, lifecycle, by);
}

/** What would be there for the first time. */
function aboutNew({ archive, entry, unit, person, place }: Compared): FieldChange[] {
  const title = entry.requestNumber
    ? `${archive.name} ${archive.words.request} ${entry.requestNumber}`
    : unit.title;
  return [
    ...(unit.id === null ? [changed("unit", null, unit.facts.code)] : []),
    ...(person && person.id === null ? [changed("person", null, person.make.name)] : []),
    ...(place.request === null ? [changed("request", null, entry.title ?? title)] : []),
    ...(place.item === null ? [changed("item", null, unit.facts.code)] : []),
  ];
}

function newAccount({ archive, entry, person, state }: Compared): AccessPlan["identity"] {
  const account = accountOf(archive, entry.person);
  if (!account || !person || state.holder.has(join(account.scheme, account.key))) return null;
  const has = person.id !== null && state.hasAccount.has(join(account.scheme, person.id));
  return has ? null : account;
}

function newNumbers({ entry, place }: Compared): { request: string | null; item: string | null } {
  const { request, item } = place;
  return {
    request: entry.requestNumber !== (request?.archiveNumber ?? null) ? entry.requestNumber : null,
    item: entry.itemNumber !== (item?.archiveNumber ?? null) ? entry.itemNumber : null,
  };
}

function planOf(
  given: Compared,
  found: {
    move: Exclude<StepChange, { reason: string }>;
    approval: Approval;
    identity: AccessPlan["identity"];
    numbers: { request: string | null; item: string | null };
  },
): AccessPlan {
  const { archive, lifecycle, entry, unit, person, place } = given;
  const { move, approval, identity, numbers } = found;
  const name = entry.requestNumber
    ? `${archive.name} ${archive.words.request} ${entry.requestNumber}`
    : unit.title;
  const request = place.request
    ? { id: place.request.id, version: place.request.version }
    : { id: null, version: null, make: { title: entry.title ?? name } };
  const { code, consentCode = null, dac } = unit.facts;
  return {
    ...{ kind: "access", archive: archive.code, lifecycle: lifecycle.id, request },
    ...{ requestNumber: numbers.request, itemNumber: numbers.item, person, identity },
    unit: unit.id
      ? { id: unit.id }
      : { id: null, make: { code, title: unit.title, consentCode, dac, version: unit.version } },
    personal: archive.itemPerPerson,
    itemId: place.item?.id ?? null,
    step: move.to ? { to: move.to, on: move.on } : null,
    ...{ grant: approval.grant, endGrant: approval.endGrant, moveEnd: approval.moveEnd },
    confirms: approval.confirms,
  };
}

function changed(
  field: FieldChange["field"],
  before: string | null,
  after: string | null,
): FieldChange {
  return { field, before, after };
}

import type { Answers } from "../archives/form";
import { type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { changedFields, flatten, itemKey } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import { keptBefore } from "../requests/edit-changes";
import { stepOf, summarise } from "../requests/lifecycle";
import type { SectionLocks } from "../requests/revision";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { keepUses } from "./answer-uses";
import { type CheckedDraft, checkDraft } from "./draft-check";
import { readLocks, refuseLocked } from "./draft-locks";
import { addItems, type DraftItem, json, replaceFunctions } from "./draft-parts";
import { record } from "./events";
import { inTeam, isDuplicate, type Tx } from "./transaction";

const FIRST_VERSION = 1;

/** Where a saved draft is found and which version of it this was. */
export interface Saved {
  number: number;
  version: number;
}

/** What a form needs to show the other text when somebody saved in between. */
export interface StoredDraft {
  version: number;
  title: string;
  answers: Answers;
  itemAnswers: Record<string, Answers>;
  unitIds: readonly string[];
  personIds: readonly string[];
  /** What nobody may write in now. */
  locks: SectionLocks;
}

interface Stored extends Saved {
  id: string;
  lifecycle: string;
  title: string;
  answers: Answers;
  items: (DraftItem & { id: string; step: string; stepSince: Day; answers: Answers })[];
}

/**
 * Saves a draft, finished or not: creates the request when `version` is null (and gives it the
 * team's next number), else changes it. Throws CONFLICT with the stored draft in
 * `details.current` when somebody saved in between, INVALID for what can never be stored.
 */
export async function saveDraft(actor: Member, draft: Draft): Promise<Saved> {
  authorise(actor, draft.version === null ? "request.create" : "request.edit");
  const save = () => inTeam(actor, (tx) => saveWithin(tx, actor, draft));
  // Of the same first save sent twice at once, the slower one finds what the faster one created.
  return save().catch((error) => {
    if (!isDuplicate(error)) throw error;
    return save().catch((again) => {
      // An id that another team holds must look like any other unknown id.
      throw isDuplicate(again) ? notFound("request") : again;
    });
  });
}

/** As `saveDraft`, within a transaction; for whoever has authorised it. */
export async function saveWithin(tx: Tx, actor: Member, draft: Draft): Promise<Saved> {
  const checked = await checkDraft(tx, actor, draft);
  const stored = await loadStored(tx, actor, draft.id);
  if (!stored && draft.version !== null) throw notFound("request");
  const saved = stored
    ? // The answer to the first save was lost: what is there is the form's own first version, and
      // whatever was typed since then must not be dropped.
      await update(tx, actor, draft.version ?? FIRST_VERSION, checked, stored)
    : await create(tx, actor, draft, checked);
  await keepUses(tx, actor, draft, checked);
  return saved;
}

async function loadStored(tx: Tx, actor: Member, id: string): Promise<Stored | null> {
  const stored = await tx.request.findFirst({
    where: { id, teamId: actor.teamId },
    include: { items: { orderBy: { position: "asc" } } },
  });
  return (
    stored && {
      ...stored,
      answers: stored.answers as Answers,
      items: stored.items.map((item) => ({
        ...item,
        answers: item.answers as Answers,
        stepSince: dayFromColumn(item.stepSince),
      })),
    }
  );
}

async function create(tx: Tx, actor: Member, draft: Draft, checked: CheckedDraft): Promise<Saved> {
  const { lifecycle } = checked;
  const { lastRequestNumber: number } = await tx.team.update({
    where: { id: actor.teamId },
    data: { lastRequestNumber: { increment: 1 } },
    select: { lastRequestNumber: true },
  });
  await tx.request.create({
    data: {
      id: draft.id,
      teamId: actor.teamId,
      number,
      archive: checked.archive.code,
      lifecycle: lifecycle.id,
      title: checked.title,
      status: stepOf(lifecycle, lifecycle.initial).status,
      answers: json(checked.answers),
      ownerId: actor.personId,
      createdAt: actor.now,
      updatedAt: actor.now,
    },
  });
  const startedOn = dayToColumn(dayOf(actor.now, "UTC"));
  await tx.cycle.create({
    data: { teamId: actor.teamId, requestId: draft.id, number: 1, startedOn },
  });
  await addItems(tx, actor, draft.id, checked, checked.items, 0);
  await replaceFunctions(tx, actor, draft.id, checked, checked.items);
  await record(tx, actor, {
    action: "request.created",
    subjectType: "request",
    subjectId: draft.id,
    requestId: draft.id,
    data: { number, title: checked.title, units: checked.units.map((unit) => unit.code) },
  });
  return { number, version: FIRST_VERSION };
}

async function update(
  tx: Tx,
  actor: Member,
  version: number,
  checked: CheckedDraft,
  stored: Stored,
): Promise<Saved> {
  const { lifecycle } = checked;
  if (stored.lifecycle !== lifecycle.id) {
    throw invalid(
      "unitIds",
      "This data set is asked for in another way; make a request of its own.",
    );
  }
  // Said first: where nothing can be saved there is nothing to choose either.
  if (!stored.items.some((item) => stepOf(lifecycle, item.step).editable)) {
    throw new AppError(
      "CONFLICT",
      "This request has been submitted; its form can no longer be changed. Your text is still here: copy what you need.",
    );
  }
  const locks = await readLocks(tx, actor, checked, stored);
  if (stored.version !== version) throw conflict(stored, locks);
  const { leaving, staying, joining } = compareItems(checked, stored);
  const kept = staying.map((item) => ({ ...item, answers: answersAfter(checked, item) }));
  const added = joining.map((item) => ({
    ...item,
    answers: checked.itemAnswers[itemKey(item)] ?? {},
  }));
  const after = [...kept, ...added];
  const before = flatten(stored);
  const changed = changedFields(
    before,
    flatten({ title: checked.title, answers: checked.answers, items: after }),
  );
  if (changed.length === 0) return { number: stored.number, version: stored.version };
  refuseLocked(checked.sections, locks, changed);

  const { count } = await tx.request.updateMany({
    where: { id: stored.id, teamId: actor.teamId, version },
    data: {
      title: checked.title,
      answers: json(checked.answers),
      status: summarise(lifecycle, [
        ...staying,
        ...joining.map(() => ({
          id: "",
          step: lifecycle.initial,
          stepSince: dayOf(actor.now, "UTC"),
        })),
      ]).status,
      version: { increment: 1 },
      updatedAt: actor.now,
    },
  });
  if (count === 0) throw conflict(stored, locks);
  await tx.requestItem.deleteMany({
    where: { teamId: actor.teamId, id: { in: leaving.map((item) => item.id) } },
  });
  for (const { id, answers } of kept) {
    await tx.requestItem.updateMany({
      where: { id, teamId: actor.teamId },
      data: { answers: json(answers) },
    });
  }
  await addItems(tx, actor, stored.id, checked, joining, stored.items.length);
  await replaceFunctions(tx, actor, stored.id, checked, after);
  await record(tx, actor, {
    action: "request.edited",
    subjectType: "request",
    subjectId: stored.id,
    requestId: stored.id,
    data: { fields: changed, was: keptBefore(before, changed) },
  });
  return { number: stored.number, version: version + 1 };
}

/** What was handed in for one person stays what it was while another's answers are written anew. */
function answersAfter(checked: CheckedDraft, item: Stored["items"][number]): Answers {
  if (!stepOf(checked.lifecycle, item.step).editable) return item.answers;
  return checked.itemAnswers[itemKey(item)] ?? {};
}

/** Only what has not been handed in yet can be taken off a request by editing its form. */
function compareItems(checked: CheckedDraft, stored: Stored) {
  const wanted = new Set(checked.items.map(itemKey));
  const present = new Set(stored.items.map(itemKey));
  const leaves = (item: Stored["items"][number]) =>
    item.step === checked.lifecycle.initial && !wanted.has(itemKey(item));
  return {
    leaving: stored.items.filter(leaves),
    staying: stored.items.filter((item) => !leaves(item)),
    joining: checked.items.filter((item) => !present.has(itemKey(item))),
  };
}

function conflict(stored: Stored, locks: SectionLocks): AppError {
  const current: StoredDraft = {
    version: stored.version,
    title: stored.title,
    answers: stored.answers,
    itemAnswers: Object.fromEntries(stored.items.map((item) => [itemKey(item), item.answers])),
    unitIds: [...new Set(stored.items.map((item) => item.unitId))],
    personIds: [...new Set(stored.items.flatMap((item) => item.personId ?? []))],
    locks,
  };
  return new AppError(
    "CONFLICT",
    "Somebody saved this request while you were writing. Nothing of yours is lost: compare both texts and choose.",
    { details: { current } },
  );
}

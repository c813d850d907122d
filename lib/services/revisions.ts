import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { Party } from "../archives/lifecycle";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { itemKey } from "../requests/draft";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import {
  ITEMS_SECTION,
  lockOf,
  openRevisions,
  type RevisedSection,
  type RevisionFacts,
  type SentBackSection,
} from "../requests/revision";
import { type OpenSection, readRevised } from "../requests/revision-forms";
import { phrase } from "../said/phrase";
import type { Member, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { record } from "./events";
import { inTeam, type Tx } from "./transaction";

interface SentBack {
  request: { id: string; archive: string; lifecycle: string };
  moving: readonly { id: string }[];
  on: Day;
  by: Party;
  comment: string;
  /** Empty: nobody said which, and the whole form is open. */
  sections: readonly SentBackSection[];
}

/**
 * Keeps what was sent back of a request in its newest round, so that the form opens just there.
 * Throws INVALID naming `sections` for one that the form does not have, or has twice.
 */
export async function keepRevision(tx: Tx, actor: TeamActor, sent: SentBack): Promise<void> {
  const { request, moving, on } = sent;
  refuseUnknownSections(request, sent.sections);
  const where = { teamId: actor.teamId, requestId: request.id };
  const cycle = await tx.cycle.findFirst({ where, orderBy: { number: "desc" } });
  if (!cycle) throw notFound("cycle");
  const newest = await tx.revision.findFirst({ where, orderBy: { number: "desc" } });
  await tx.revision.create({
    data: {
      ...where,
      cycleId: cycle.id,
      number: (newest?.number ?? 0) + 1,
      askedBy: sent.by,
      askedOn: dayToColumn(on),
      comment: sent.comment,
      sections: asJson(sent.sections),
      itemIds: moving.map(({ id }) => id),
      createdAt: actor.now,
    },
  });
}

function refuseUnknownSections(
  request: SentBack["request"],
  sections: readonly SentBackSection[],
): void {
  const known = sectionIds(request);
  const ids = sections.map(({ section }) => section);
  if (ids.every((id) => known.includes(id)) && new Set(ids).size === ids.length) return;
  throw invalid("sections", "The form has no such section; load the page again.");
}

function sectionIds({ archive: code, lifecycle }: SentBack["request"]): string[] {
  const archive = archiveByCode(code);
  if (!archive) throw notFound("archive");
  return [ITEMS_SECTION, ...archive.sections(lifecycle).map(({ id }) => id)];
}

/**
 * Closes what was sent back and is over: none of its items stands any more where the form may be
 * edited, because it was filed again, withdrawn or given up. Call it after the items have moved.
 */
export async function answerRevisions(
  tx: Tx,
  actor: TeamActor,
  { requestId, on }: { requestId: string; on: Day },
): Promise<void> {
  const where = { teamId: actor.teamId, requestId };
  const open = await tx.revision.findMany({ where: { ...where, answeredOn: null } });
  if (open.length === 0) return;
  const { items } = await loadWritable(tx, actor, requestId);
  const stillOpen = new Set(items.filter(({ isEditable }) => isEditable).map(({ id }) => id));
  const over = open.filter(({ itemIds }) => !itemIds.some((id) => stillOpen.has(id)));
  await tx.revision.updateMany({
    where: { ...where, id: { in: over.map(({ id }) => id) } },
    data: { answeredOn: dayToColumn(on) },
  });
}

/** Everything that was sent back of a request, oldest first. Throws NOT_FOUND for foreign ids. */
export async function listRevisions(actor: Member, requestId: string): Promise<RevisionFacts[]> {
  authorise(actor, "request.read");
  return inTeam(actor, async (tx) => {
    const request = await tx.request.count({ where: { id: requestId, teamId: actor.teamId } });
    if (request === 0) throw notFound("request");
    return readRevisions(tx, actor, requestId);
  });
}

/** As `listRevisions`, within a transaction that knows the request. */
export async function readRevisions(
  tx: Tx,
  actor: TeamActor,
  requestId: string,
): Promise<RevisionFacts[]> {
  const rows = await tx.revision.findMany({
    where: { teamId: actor.teamId, requestId },
    orderBy: { number: "asc" },
  });
  return rows.map(asRevision);
}

/** A revision as the rules of forms read it. */
export function asRevision(row: {
  id: string;
  number: number;
  askedBy: string;
  askedOn: Date;
  comment: string;
  sections: Prisma.JsonValue;
  itemIds: string[];
  answeredOn: Date | null;
}): RevisionFacts {
  const { id, number, comment, itemIds, answeredOn } = row;
  return {
    ...{ id, number, comment, itemIds },
    askedBy: row.askedBy as Party,
    askedOn: dayFromColumn(row.askedOn),
    sections: readRevised(row.sections),
    answeredOn: answeredOn && dayFromColumn(answeredOn),
  };
}

/**
 * Opens one more section of a request that was sent back in parts: the archive's comment may have
 * named too little. Opening what is open already changes nothing. Throws NOT_FOUND for foreign ids,
 * CONFLICT where nothing is sent back.
 */
export async function openSection(actor: Member, input: OpenSection): Promise<void> {
  authorise(actor, "section.open");
  const { requestId, section, itemKey: key, reason } = input;
  await inTeam(actor, async (tx) => {
    const { items, request } = await loadWritable(tx, actor, requestId);
    const title = sectionTitle(request, section);
    const item = items.find((candidate) => candidate.key === key);
    if (key !== undefined && !item) throw notFound("item");
    const revisions = await readRevisions(tx, actor, requestId);
    const lock = lockOf(items, revisions, section, item?.id);
    if (lock === null) return;
    const newest = openRevisions(revisions).findLast(({ itemIds }) =>
      items.some(({ id }) => itemIds.includes(id) && (!item || id === item.id)),
    );
    if (lock === "handed_in" || !newest) throw notSentBack();
    const opened = { by: actor.name, on: todayFor(actor), reason };
    const sections: RevisedSection[] = [...newest.sections, { section, comment: "", opened }];
    const { count } = await tx.revision.updateMany({
      where: { id: newest.id, teamId: actor.teamId, answeredOn: null },
      data: { sections: asJson(sections) },
    });
    if (count === 0) throw notSentBack();
    await record(tx, actor, {
      ...{ action: "revision.sectionOpened", subjectType: "revision", subjectId: newest.id },
      requestId,
      data: { name: title, reason, section },
    });
  });
}

function notSentBack(): AppError {
  return new AppError(
    "CONFLICT",
    "Nothing of this request is sent back by now; look at its page to see where it stands.",
  );
}

function sectionTitle(request: SentBack["request"], section: string): string {
  if (section === ITEMS_SECTION) return phrase("What is asked for");
  const sections = archiveByCode(request.archive)?.sections(request.lifecycle) ?? [];
  const found = sections.find(({ id }) => id === section);
  if (!found) throw notFound("section");
  return found.title;
}

/** The items with whether their step lets the form be edited; locks the request until the end. */
async function loadWritable(tx: Tx, actor: TeamActor, requestId: string) {
  await tx.$queryRaw`select 1 from "Request"
    where id = ${requestId}::uuid and "teamId" = ${actor.teamId}::uuid for update`;
  const request = await tx.request.findFirst({
    where: { id: requestId, teamId: actor.teamId },
    select: {
      ...{ id: true, archive: true, lifecycle: true },
      items: { select: { id: true, step: true, unitId: true, personId: true } },
    },
  });
  const archive = request && archiveByCode(request.archive);
  if (!archive) throw notFound("request");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const items = request.items.map((item) => ({
    id: item.id,
    key: itemKey(item),
    isEditable: stepOf(lifecycle, item.step).editable ?? false,
  }));
  return { request, items };
}

function asJson(sections: readonly RevisedSection[]): Prisma.InputJsonArray {
  return sections.map((section) => ({ ...section }));
}

import type { Answers, AnswerTopic } from "../archives/form";
import { archiveByCode } from "../archives/index";
import { dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type { AnswerUse } from "../requests/answer-use";
import { itemKey } from "../requests/draft";
import {
  type AddAnswer,
  type ChangeAnswer,
  type RetireAnswer,
  topicalQuestions,
} from "../requests/library";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import { lockOf } from "../requests/revision";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { asRevision } from "./revisions";
import { inTeam, type Tx, unlessDuplicate } from "./transaction";

/** So many answers a team's library shows. */
const MOST_ANSWERS = 500;

/** An answer as forms offer it. */
export interface LibraryAnswer {
  id: string;
  topic: AnswerTopic;
  title: string;
  text: string;
  version: number;
  isRetired: boolean;
}

/** A question that was answered from the library. */
export interface KnownUse {
  request: { number: number; title: string; archiveName: string };
  /** The question's name in the flat form, and its words. */
  entry: string;
  label: string;
  fieldId: string;
  itemKey?: string;
  /** What stands there now. */
  text: string;
  usedVersion: number;
  /** Whether it may be written in; what was filed stays as it is. */
  isOpen: boolean;
  /** The library's answer has changed since, and the form can still follow. */
  isStale: boolean;
}

/** The team's answers by topic and title, each with where it is used. */
export async function listLibrary(
  actor: Member,
): Promise<(LibraryAnswer & { uses: KnownUse[] })[]> {
  authorise(actor, "library.read");
  const { teamId } = actor;
  const rows = await inTeam(actor, (tx) =>
    tx.libraryAnswer.findMany({
      where: { teamId },
      orderBy: [{ topic: "asc" }, { title: "asc" }, { id: "asc" }],
      take: MOST_ANSWERS,
      include: { uses: { include: { request: { include: IN_USE } } } },
    }),
  );
  return rows.map((row) => ({
    ...asAnswer(row),
    uses: row.uses
      .flatMap((use) => knownUse(row, use))
      .sort((a, b) => b.request.number - a.request.number || (a.entry < b.entry ? -1 : 1)),
  }));
}

/**
 * What a form offers beside its questions: the answers in use, and those already taken by this
 * request (none of a new one). Throws NOT_FOUND for foreign ids.
 */
export async function readShelf(
  actor: Member,
  requestId: string | null,
): Promise<{ answers: LibraryAnswer[]; uses: AnswerUse[] }> {
  authorise(actor, "library.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    if (
      requestId !== null &&
      (await tx.request.count({ where: { id: requestId, teamId } })) === 0
    ) {
      throw notFound("request");
    }
    const answers = await tx.libraryAnswer.findMany({
      where: { teamId },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MOST_ANSWERS,
    });
    if (requestId === null) return { answers: answers.map(asAnswer), uses: [] };
    const uses = await tx.answerUse.findMany({
      where: { teamId, requestId },
      select: { entry: true, answerId: true, answerVersion: true },
    });
    return { answers: answers.map(asAnswer), uses };
  });
}

/** Adds an answer. Throws INVALID at `title` where its topic has one of this name. */
export async function addAnswer(actor: Member, input: AddAnswer): Promise<{ id: string }> {
  authorise(actor, "library.record");
  const { commandId, topic, title, text } = input;
  const { teamId, now } = actor;
  return withOwnTitle(
    inTeam(actor, (tx) =>
      once(tx, actor, commandId, async () => {
        const { id } = await tx.libraryAnswer.create({
          data: { teamId, topic, title, text, createdAt: now, updatedAt: now },
        });
        await recordChange(tx, actor, "library.added", { id, title });
        return { id };
      }),
    ),
  );
}

/**
 * Changes an answer; requests that took it keep what they have, and drafts learn that it changed.
 * Throws CONFLICT with the stored answer in `details.current` when somebody was faster, INVALID at
 * `title`, NOT_FOUND.
 */
export async function changeAnswer(actor: Member, input: ChangeAnswer): Promise<void> {
  authorise(actor, "library.record");
  const { id, version, title, text } = input;
  const { teamId, now } = actor;
  await withOwnTitle(
    inTeam(actor, async (tx) => {
      const stored = await readAnswer(tx, teamId, id);
      if (stored.version === version && stored.text === text && stored.title === title) return;
      const { count } = await tx.libraryAnswer.updateMany({
        where: { id, teamId, version },
        data: { title, text, updatedAt: now, version: { increment: 1 } },
      });
      if (count === 0) {
        throw new AppError(
          "CONFLICT",
          "Somebody changed this answer while you were writing. Your text is still here: compare, then save again.",
          { details: { current: await readAnswer(tx, teamId, id) } },
        );
      }
      if (stored.text === text) {
        // Another title is no other answer: nobody has to look at their draft for it.
        await tx.answerUse.updateMany({
          where: { teamId, answerId: id, answerVersion: version },
          data: { answerVersion: version + 1 },
        });
      }
      await recordChange(tx, actor, "library.changed", { id, title });
    }),
  );
}

/** Takes an answer out of use, or back into it; where it was used it stays. Throws NOT_FOUND. */
export async function retireAnswer(actor: Member, { id, isRetired }: RetireAnswer): Promise<void> {
  authorise(actor, "library.record");
  const { teamId } = actor;
  await inTeam(actor, async (tx) => {
    const { title, isRetired: was } = await readAnswer(tx, teamId, id);
    if (was === isRetired) return;
    await tx.libraryAnswer.updateMany({
      where: { id, teamId },
      data: { retiredOn: isRetired ? dayToColumn(todayFor(actor)) : null, updatedAt: actor.now },
    });
    await recordChange(tx, actor, isRetired ? "library.retired" : "library.restored", {
      id,
      title,
    });
  });
}

const IN_USE = {
  items: {
    orderBy: { position: "asc" },
    select: { id: true, unitId: true, personId: true, step: true, answers: true },
  },
  revisions: { where: { answeredOn: null } },
} as const;

interface UsedIn {
  entry: string;
  answerVersion: number;
  request: {
    number: number;
    title: string;
    archive: string;
    lifecycle: string;
    answers: unknown;
    items: readonly {
      id: string;
      unitId: string;
      personId: string | null;
      step: string;
      answers: unknown;
    }[];
    revisions: Parameters<typeof asRevision>[0][];
  };
}

/** A use as the library shows it; nothing for a question that the form no longer asks. */
function knownUse(answer: { version: number; retiredOn: Date | null }, use: UsedIn): KnownUse[] {
  const { request, entry, answerVersion } = use;
  const archive = archiveByCode(request.archive);
  if (!archive) return [];
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const items = request.items.map((item) => ({ ...item, answers: item.answers as Answers }));
  const question = topicalQuestions(archive.sections(lifecycle.id), {
    answers: request.answers as Answers,
    items,
  }).find((candidate) => candidate.entry === entry);
  if (!question) return [];
  const key = question.item && itemKey(question.item);
  const writable = items.map((item) => ({
    id: item.id,
    isEditable: stepOf(lifecycle, item.step).editable ?? false,
  }));
  const itemId = items.find((item) => itemKey(item) === key)?.id;
  const revisions = request.revisions.map(asRevision);
  const isOpen = lockOf(writable, revisions, question.sectionId, itemId) === null;
  return [
    {
      request: { number: request.number, title: request.title, archiveName: archive.name },
      ...{ entry, label: question.field.label, fieldId: question.field.id, itemKey: key },
      ...{ text: question.text, usedVersion: answerVersion, isOpen },
      isStale: isOpen && answer.retiredOn === null && answerVersion < answer.version,
    },
  ];
}

async function readAnswer(tx: Tx, teamId: string, id: string): Promise<LibraryAnswer> {
  const row = await tx.libraryAnswer.findFirst({ where: { id, teamId } });
  if (!row) throw notFound("answer in the library");
  return asAnswer(row);
}

function asAnswer(row: {
  id: string;
  topic: string;
  title: string;
  text: string;
  version: number;
  retiredOn: Date | null;
}): LibraryAnswer {
  const { id, topic, title, text, version, retiredOn } = row;
  return { id, topic: topic as AnswerTopic, title, text, version, isRetired: retiredOn !== null };
}

function recordChange(
  tx: Tx,
  actor: Member,
  action: string,
  { id, title }: { id: string; title: string },
): Promise<void> {
  return record(tx, actor, {
    ...{ action, subjectType: "libraryAnswer", subjectId: id, data: { name: title } },
  });
}

/** The database keeps titles of a topic apart, also of two who save at the same moment. */
function withOwnTitle<T>(saving: Promise<T>): Promise<T> {
  const sentence = "The library has an answer of this title on this topic already.";
  return unlessDuplicate(saving, invalid("title", sentence));
}

import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { type ProofDocument, proofOf } from "../documents/document";
import { AppError, invalid, notFound } from "../errors";
import type { CommentKind } from "../requests/comment";
import type { AddComment, RetractComment } from "../requests/comment-forms";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { PROOF } from "./proof-columns";
import { inTeam, type Tx } from "./transaction";

/** A line of what is said about a request. */
export interface CommentLine {
  id: string;
  kind: CommentKind;
  /** Empty once it was taken back. */
  text: string;
  /** The day of the letter; of a comment within the team the day of writing. */
  on: Day;
  author: string;
  createdAt: Date;
  isRetracted: boolean;
  /** Whether the reader wrote it, and may take it back. */
  isOwn: boolean;
  document: ProofDocument | null;
}

/** How many comments a page shows. */
const MOST = 500;

/** All that is said about a request, newest first, 500 at most. Throws NOT_FOUND. */
export async function listComments(actor: Member, requestId: string): Promise<CommentLine[]> {
  authorise(actor, "comment.read");
  const rows = await inTeam(actor, async (tx) => {
    await requireRequest(tx, actor, requestId);
    return tx.comment.findMany({
      where: { teamId: actor.teamId, requestId },
      orderBy: [{ on: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      include: { author: { select: { name: true } }, document: { select: PROOF } },
    });
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CommentKind,
    text: row.text,
    on: dayFromColumn(row.on),
    author: row.author.name,
    createdAt: row.createdAt,
    isRetracted: row.retractedAt !== null,
    isOwn: row.authorId === actor.personId,
    document: proofOf(row.document),
  }));
}

/**
 * Keeps a comment within the team, or a letter to or from the archive with its day. The same
 * `commandId` twice keeps one. Throws INVALID at `on` for a day to come, NOT_FOUND for foreign ids
 * and for documents of another request.
 */
export async function addComment(actor: Member, input: AddComment): Promise<{ id: string }> {
  authorise(actor, "comment.write");
  const { commandId, requestId, kind, text } = input;
  const letter = input.kind === "internal" ? null : input;
  const today = todayFor(actor);
  if (letter && letter.on > today) throw invalid("on", "This day is still to come.");
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      await requireRequest(tx, actor, requestId);
      if (letter?.documentId) await requireDocument(tx, actor, requestId, letter.documentId);
      return keepComment(tx, actor, {
        ...{ requestId, kind, text, on: letter?.on ?? today },
        documentId: letter?.documentId || null,
      });
    }),
  );
}

/** Writes a comment and its line of history, which holds no text: taken back, it is gone. */
export async function keepComment(
  tx: Tx,
  actor: Member,
  comment: {
    requestId: string;
    kind: CommentKind;
    text: string;
    on: Day;
    documentId: string | null;
  },
): Promise<{ id: string }> {
  const { requestId, kind, on } = comment;
  const { id } = await tx.comment.create({
    data: {
      ...comment,
      ...{ teamId: actor.teamId, on: dayToColumn(on), authorId: actor.personId },
      createdAt: actor.now,
    },
    select: { id: true },
  });
  await record(tx, actor, {
    ...{ action: "comment.added", subjectType: "comment", subjectId: id, requestId },
    data: { kind, on },
  });
  return { id };
}

/**
 * Takes one's own comment back: its place stays, its text is gone. Throws NOT_FOUND, FORBIDDEN for
 * what others wrote, CONFLICT when it was taken back already.
 */
export async function retractComment(actor: Member, input: RetractComment): Promise<void> {
  authorise(actor, "comment.write");
  const { teamId, personId } = actor;
  await inTeam(actor, async (tx) => {
    const row = await tx.comment.findFirst({ where: { id: input.id, teamId } });
    if (!row) throw notFound("comment");
    if (row.authorId !== personId) {
      throw new AppError("FORBIDDEN", "Only whoever wrote this may take it back.");
    }
    const { count } = await tx.comment.updateMany({
      where: { id: row.id, teamId, retractedAt: null },
      data: { text: "", documentId: null, retractedAt: actor.now },
    });
    if (count === 0) throw new AppError("CONFLICT", "This was taken back already.");
    await record(tx, actor, {
      ...{ action: "comment.retracted", subjectType: "comment", subjectId: row.id },
      ...{ requestId: row.requestId, data: { kind: row.kind } },
    });
  });
}

async function requireRequest(tx: Tx, { teamId }: Member, id: string): Promise<void> {
  if (!(await tx.request.findFirst({ where: { id, teamId }, select: { id: true } }))) {
    throw notFound("request");
  }
}

async function requireDocument(
  tx: Tx,
  { teamId }: Member,
  requestId: string,
  id: string,
): Promise<void> {
  const where = { id, teamId, requestId, deletedAt: null };
  if (!(await tx.document.findFirst({ where, select: { id: true } }))) throw notFound("document");
}

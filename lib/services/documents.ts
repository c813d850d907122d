import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Prisma } from "@/prisma/client/client";
import {
  type DocumentLine,
  deletedSentence,
  tombstoneOf,
  type UploadedDocument,
} from "../documents/document";
import { checkContent, checkSize, isZip, type Kind, kindOfName } from "../documents/kinds";
import { cleanName } from "../documents/names";
import { checkWordPackage } from "../documents/zip-directory";
import { AppError, notFound } from "../errors";
import { log } from "../log";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { inTeam, type Tx } from "./transaction";

/** A file as it came from the browser; nothing about it is believed. */
export interface NewDocument {
  /** Made by the browser once per file, so that a repeated upload stores nothing twice. */
  id: string;
  requestId?: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const LINE = {
  id: true,
  name: true,
  type: true,
  size: true,
  sha256: true,
  uploadedBy: true,
  createdAt: true,
  requestId: true,
  deletedAt: true,
  deletedBy: true,
  deletedWhy: true,
} as const;

/**
 * Stores a file as evidence, with its SHA-256, after checking size, name and content. The same
 * document sent again returns the first. Throws INVALID (field `file`) with the reason for a file
 * that is not taken, NOT_FOUND for a request of another team, CONFLICT when another file has the id.
 */
export async function uploadDocument(actor: Member, input: NewDocument): Promise<UploadedDocument> {
  authorise(actor, "document.upload");
  const name = cleanName(input.name);
  const kind = await checkFile(name, input.bytes);
  const document = {
    id: input.id,
    name,
    type: kind.mime,
    size: input.bytes.byteLength,
    sha256: sha256(input.bytes),
  };
  return inTeam(actor, async (tx) => {
    if (input.requestId) await requireRequest(tx, actor, input.requestId);
    const { count } = await tx.document.createMany({
      data: {
        ...document,
        teamId: actor.teamId,
        requestId: input.requestId,
        uploadedBy: actor.name,
        createdAt: actor.now,
      },
      skipDuplicates: true,
    });
    if (count === 0) return earlier(tx, actor, document);
    await storeBytes(tx, actor, document.id, input.bytes);
    await record(tx, actor, {
      action: "document.uploaded",
      subjectType: "document",
      subjectId: document.id,
      requestId: input.requestId,
      data: { name, size: document.size, sha256: document.sha256 },
    });
    return document;
  });
}

/**
 * A document with its bytes, after comparing them with the hash taken at its upload. Throws
 * NOT_FOUND, saying by whom and why where it was deleted, and UNAVAILABLE when the stored bytes
 * have changed.
 */
export async function openDocument(
  actor: Member,
  id: string,
): Promise<DocumentLine & { bytes: Uint8Array<ArrayBuffer> }> {
  authorise(actor, "document.read");
  const found = await inTeam(actor, (tx) =>
    tx.document.findFirst({
      where: { id, teamId: actor.teamId },
      select: { ...LINE, content: { select: { bytes: true } } },
    }),
  );
  if (!found) throw notFound("document");
  const { content, ...stored } = found;
  const { deleted, ...line } = asLine(stored);
  if (deleted) throw new AppError("NOT_FOUND", deletedSentence({ ...line, deleted }));
  if (!content) throw notFound("document");
  if (sha256(content.bytes) !== line.sha256) {
    log().error({ documentId: id, teamId: actor.teamId }, "stored document differs from its hash");
    throw new AppError(
      "UNAVAILABLE",
      "This document has changed since it was uploaded, so it is not handed out. Tell whoever runs Gatebook.",
    );
  }
  return { ...line, deleted, bytes: content.bytes };
}

/** The documents of a request, deleted ones too, newest first, 100 at most. Throws NOT_FOUND. */
export async function listDocuments(
  actor: Member,
  filter: { requestId: string },
): Promise<DocumentLine[]> {
  authorise(actor, "document.read");
  return inTeam(actor, async (tx) => {
    await requireRequest(tx, actor, filter.requestId);
    const documents = await tx.document.findMany({
      where: { teamId: actor.teamId, requestId: filter.requestId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 100,
      select: LINE,
    });
    return documents.map(asLine);
  });
}

type StoredLine = Prisma.DocumentGetPayload<{ select: typeof LINE }>;

function asLine({ deletedAt, deletedBy, deletedWhy, ...line }: StoredLine): DocumentLine {
  return { ...line, deleted: tombstoneOf({ deletedAt, deletedBy, deletedWhy }) };
}

async function checkFile(name: string, bytes: Uint8Array): Promise<Kind> {
  checkSize(bytes.byteLength);
  const promised = kindOfName(name);
  if (promised.id === "docx" && isZip(bytes)) checkWordPackage(bytes);
  // A file so broken that it cannot be examined is of no known type.
  const detected = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return checkContent(name, bytes, detected);
}

// Past Prisma's JSON protocol, which would turn 25 MB into text first.
async function storeBytes(
  tx: Tx,
  actor: Member,
  documentId: string,
  bytes: Uint8Array<ArrayBuffer>,
) {
  await tx.$executeRaw`insert into "DocumentContent" ("documentId", "teamId", bytes)
    values (${documentId}::uuid, ${actor.teamId}::uuid, ${bytes})`;
}

async function requireRequest(tx: Tx, actor: Member, id: string): Promise<void> {
  const request = await tx.request.findFirst({
    where: { id, teamId: actor.teamId },
    select: { id: true },
  });
  if (!request) throw notFound("request");
}

async function earlier(tx: Tx, actor: Member, sent: UploadedDocument): Promise<UploadedDocument> {
  const stored = await tx.document.findFirst({
    where: { id: sent.id, teamId: actor.teamId },
    select: { id: true, name: true, type: true, size: true, sha256: true, deletedAt: true },
  });
  if (!stored) throw notFound("document");
  const { deletedAt, ...document } = stored;
  if (deletedAt || document.sha256 !== sent.sha256) {
    throw new AppError(
      "CONFLICT",
      "Another file was uploaded in this place. Choose the file again.",
    );
  }
  return document;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

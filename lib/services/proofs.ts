import type { QualificationType } from "../archives/qualification";
import { invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { linksInPdf } from "./pdf-links";
import type { Tx } from "./transaction";

/** A document that may become a proof. */
export interface FoundProof {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
}

/**
 * The document that is to prove something: one of the team, whose bytes are still there.
 * @param requestId where it may lie with this request, or with none, only
 * @throws AppError NOT_FOUND, INVALID at `documentId` when it was deleted
 */
export async function requireProof(
  tx: Tx,
  actor: Member,
  id: string,
  requestId?: string,
): Promise<FoundProof> {
  const found = await tx.document.findFirst({
    where: {
      ...{ id, teamId: actor.teamId },
      ...(requestId && { OR: [{ requestId }, { requestId: null }] }),
    },
    select: { id: true, name: true, type: true, size: true, sha256: true, deletedAt: true },
  });
  if (!found) throw notFound("document");
  const { deletedAt, ...document } = found;
  if (deletedAt) {
    throw invalid("documentId", "This document was deleted; upload the paper again.");
  }
  return document;
}

/**
 * As `requireProof`, for the paper of a qualification: of the kind and size that its receiver
 * takes, and not one that shows itself to be the wrong one.
 */
export async function requirePaper(
  tx: Tx,
  actor: Member,
  id: string,
  type: QualificationType | undefined,
): Promise<FoundProof> {
  const document = await requireProof(tx, actor, id);
  const { proofFile, refusePaper } = type ?? {};
  const isOther = proofFile && document.type !== proofFile.mime;
  if (proofFile && (isOther || document.size > proofFile.maxBytes)) {
    const { label, maxLabel } = proofFile;
    throw invalid(
      "documentId",
      `The ${type?.proof} must be ${label} of ${maxLabel} at most; “${document.name}” is not.`,
    );
  }
  const wrong =
    refusePaper?.({ name: document.name, links: await linksIn(tx, actor, document) }) ?? null;
  if (wrong !== null) throw invalid("documentId", wrong);
  return document;
}

async function linksIn(tx: Tx, { teamId }: Member, document: FoundProof): Promise<string[]> {
  if (document.type !== "application/pdf") return [];
  const content = await tx.documentContent.findFirst({
    where: { documentId: document.id, teamId },
    select: { bytes: true },
  });
  return content ? linksInPdf(content.bytes) : [];
}

import type { AttachProof, DeleteDocument } from "../documents/proof-forms";
import { AppError, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise, authoriseFor } from "../team/permissions";
import { record } from "./events";
import { PROVABLE } from "./provable";
import { inTeam } from "./transaction";

/**
 * Makes a document the proof of something recorded, in place of the one before. Members prove what
 * is their own; the same document twice changes nothing. The proof of a signature, and the copy of
 * a signed text, stay once they are there.
 * @throws AppError INVALID at `documentId` for a paper that cannot be it, CONFLICT where a proof
 *   stays, FORBIDDEN, NOT_FOUND
 */
export async function attachProof(actor: Member, input: AttachProof): Promise<void> {
  authorise(actor, "document.attach");
  const { kind, id, documentId } = input;
  await inTeam(actor, async (tx) => {
    const { find, check, store } = PROVABLE[kind];
    const found = await find(tx, actor, id);
    if (!found) throw notFound("entry");
    if (!found.isShared) authoriseFor(actor, "document.attach", found.personId);
    if (found.documentId === documentId) return;
    if (found.stays && found.documentId !== null) {
      throw new AppError(
        "CONFLICT",
        "This was proved already, and that proof stays; reload the page to see it.",
      );
    }
    const document = await check(tx, actor, documentId, found);
    await store(tx, actor, id, document);
    await record(tx, actor, {
      ...{ action: "proof.attached", subjectType: kind, subjectId: id },
      ...(found.requestId && { requestId: found.requestId }),
      data: {
        ...{ name: document.name, units: [found.label], persons: found.persons },
        ...{ documentId, sha256: document.sha256, replaced: found.documentId },
        // The history of a person finds it by this.
        ...(found.personId && { personId: found.personId }),
      },
    });
  });
}

/**
 * Deletes the bytes of a document. Its row stays as a tombstone, also where it proves something, and
 * says who deleted it and why. Deleting it again changes nothing. Throws NOT_FOUND.
 */
export async function deleteDocument(actor: Member, input: DeleteDocument): Promise<void> {
  authorise(actor, "document.delete");
  const { id, why } = input;
  const { teamId } = actor;
  await inTeam(actor, async (tx) => {
    const { count } = await tx.document.updateMany({
      where: { id, teamId, deletedAt: null },
      data: { deletedAt: actor.now, deletedBy: actor.name, deletedWhy: why },
    });
    const document = await tx.document.findUnique({
      where: { teamId_id: { teamId, id } },
      select: {
        ...{ name: true, sha256: true, requestId: true },
        _count: {
          select: {
            ...{ identities: true, qualifications: true, grants: true },
            ...{ agreements: true, signatures: true, obligations: true },
          },
        },
      },
    });
    if (!document) throw notFound("document");
    if (count === 0) return;
    await tx.documentContent.deleteMany({ where: { documentId: id, teamId } });
    await record(tx, actor, {
      ...{ action: "document.deleted", subjectType: "document", subjectId: id },
      ...(document.requestId && { requestId: document.requestId }),
      data: {
        ...{ name: document.name, sha256: document.sha256, reason: why },
        proved: document._count,
      },
    });
  });
}

import { createHash } from "node:crypto";
import { certificateText } from "../certificates/certificate";
import { CHAIN_START } from "../history/chain";
import type { Member } from "../team/actor";
import { certificateFacts } from "./certificate-facts";
import { lockCloseOut } from "./close-out-rows";
import { record } from "./events";
import type { Tx } from "./transaction";

/**
 * Writes down what a completed close-out certifies, as it is now and for good, within the
 * transaction that completes it. Returns the certificate's id.
 */
export async function issueCertificate(tx: Tx, actor: Member, closeOutId: string): Promise<string> {
  const { teamId, name, now } = actor;
  const closeOut = await lockCloseOut(tx, actor, closeOutId);
  const facts = await certificateFacts(tx, actor, closeOut);
  const head = await tx.eventChain.findUnique({ where: { teamId } });
  const text = certificateText({
    ...facts,
    history: { events: head?.seq ?? CHAIN_START.seq, head: head?.hash ?? CHAIN_START.hash },
    issued: { at: now.toISOString(), by: name },
  });
  const sha256 = sha256Of(text);
  const { id } = await tx.certificate.create({
    data: { teamId, closeOutId, text, sha256, issuedBy: name, issuedAt: now },
    select: { id: true },
  });
  await record(tx, actor, {
    ...{ action: "certificate.issued", subjectType: "certificate", subjectId: id },
    ...{ requestId: closeOut.requestId, data: { name: sha256.slice(0, 12), sha256 } },
  });
  return id;
}

/** SHA-256 of text in UTF-8, as lower-case hexadecimal digits. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

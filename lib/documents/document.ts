import { type Day, dayOf } from "../dates/day";
import { formatDay } from "../dates/format";

/** What is left of a deleted document besides its name and hash. */
export interface Tombstone {
  /** In UTC: the day on which it was deleted. */
  on: Day;
  by: string;
  why: string;
}

/** A document as that which it proves shows it. */
export interface ProofDocument {
  id: string;
  name: string;
  /** Null while its bytes are there. */
  deleted: Tombstone | null;
}

/** What a list shows of a document; the bytes are fetched apart. */
export interface DocumentLine extends ProofDocument {
  /** A content type of lib/documents/kinds.ts. */
  type: string;
  /** In bytes. */
  size: number;
  /** Of the content, in lower-case hexadecimal digits. */
  sha256: string;
  uploadedBy: string;
  createdAt: Date;
  requestId: string | null;
}

interface StoredTombstone {
  deletedAt: Date | null;
  deletedBy: string | null;
  deletedWhy: string | null;
}

/** The tombstone in a document's row; null while the document is there. */
export function tombstoneOf({
  deletedAt,
  deletedBy,
  deletedWhy,
}: StoredTombstone): Tombstone | null {
  return deletedAt && { on: dayOf(deletedAt, "UTC"), by: deletedBy ?? "", why: deletedWhy ?? "" };
}

/** A document's row as the proof that it is; null for what nothing proves. */
export function proofOf(
  document: (StoredTombstone & { id: string; name: string }) | null,
): ProofDocument | null {
  return document && { id: document.id, name: document.name, deleted: tombstoneOf(document) };
}

/** Why a deleted document cannot be opened. */
export function deletedSentence({ name, deleted }: ProofDocument & { deleted: Tombstone }): string {
  const { on, by, why } = deleted;
  return `“${name}” was deleted on ${formatDay(on)} by ${by}: ${why}`;
}

/** The answer to an upload. */
export type UploadedDocument = Pick<DocumentLine, "id" | "name" | "type" | "size" | "sha256">;

/** The address of one document of a team, or of all of them, to post to. */
export function documentAddress(teamSlug: string, documentId?: string): string {
  const team = `/api/t/${encodeURIComponent(teamSlug)}/documents`;
  return documentId ? `${team}/${encodeURIComponent(documentId)}` : team;
}

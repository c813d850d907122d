/** What a list shows of a document; the bytes are fetched apart. */
export interface DocumentLine {
  id: string;
  name: string;
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

/** The answer to an upload. */
export type UploadedDocument = Pick<DocumentLine, "id" | "name" | "type" | "size" | "sha256">;

/** The address of one document of a team, or of all of them, to post to. */
export function documentAddress(teamSlug: string, documentId?: string): string {
  const team = `/api/t/${encodeURIComponent(teamSlug)}/documents`;
  return documentId ? `${team}/${encodeURIComponent(documentId)}` : team;
}

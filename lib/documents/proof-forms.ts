import { z } from "zod";
import { lineField } from "../team/line-field";

/** What a document can be the proof of. */
export const PROVABLE_KINDS = [
  "identity",
  "qualification",
  "grant",
  "signature",
  "agreement",
  "duty",
] as const;
export type ProvableKind = (typeof PROVABLE_KINDS)[number];

/** The proof that comes with something recorded: a document of the team, or none yet. */
export const proofField = z
  .union([z.literal(""), z.uuid()], "Upload the document again; this one is unknown.")
  .transform((id) => id || null);

/** What the page sends to make a document the proof of something. */
export const attachProofForm = z.strictObject({
  kind: z.enum(PROVABLE_KINDS),
  id: z.uuid("This entry is unknown; load the page again."),
  documentId: z.uuid("Upload the document first."),
});
export type AttachProof = z.output<typeof attachProofForm>;

/** What the page sends to delete a document; `why` stays to be read in its place. */
export const deleteDocumentForm = z.strictObject({
  id: z.uuid("This document is unknown; load the page again."),
  why: lineField(300, "Say why; it stays in the document's place."),
});
export type DeleteDocument = z.output<typeof deleteDocumentForm>;

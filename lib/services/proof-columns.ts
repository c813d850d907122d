/** What is read of a document that proves something; see `proofOf`. */
export const PROOF = {
  id: true,
  name: true,
  deletedAt: true,
  deletedBy: true,
  deletedWhy: true,
} as const;

import type { Deed } from "@/lib/find/deeds";

/** Where somebody searches, and what they may begin there. */
export interface FindPlace {
  team: { slug: string; name: string };
  /** All teams of the reader, the current one among them. */
  teams: readonly { slug: string; name: string }[];
  may: readonly Deed[];
}

import type { Box } from "@/lib/people/boxes";
import { typeById } from "@/lib/people/qualification-types";
import { schemeById } from "@/lib/people/schemes";

/** What a box is called: the name of the account or of the qualification. */
export function nameOf({ kind, id }: Pick<Box, "kind" | "id">): string {
  return (kind === "identity" ? schemeById(id)?.name : typeById(id)?.name) ?? id;
}

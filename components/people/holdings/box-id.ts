import type { Box } from "@/lib/people/boxes";

/** The id of a box in its page. */
export function boxId({ id, unitId, requestId }: Pick<Box, "id" | "unitId" | "requestId">): string {
  return ["box", id, unitId, requestId].filter(Boolean).join("-");
}

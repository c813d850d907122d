import type { ActionResult } from "@/lib/action";
import type { BulkLine } from "@/lib/requests/bulk";

/** Records one step of several requests; a line for each says what became of it. */
export type BulkMoveAction = (team: string, input: unknown) => Promise<ActionResult<BulkLine[]>>;

import { createHash } from "node:crypto";
import { ARCHIVES } from "../archives/index";
import { invalid } from "../errors";
import type { StartSheet } from "../imports/forms";
import { openSheet } from "../imports/sheet-entries";
import { lookAt, type SheetLook } from "../imports/sheet-look";
import { mappingProblems } from "../imports/sheet-mapping";
import { readWorkbook } from "../sheets/read-workbook";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { keepPreview, type Previewed } from "./import-preview";

/**
 * What a team's own spreadsheet holds, with a proposal of what its columns mean; keeps nothing.
 * Throws INVALID at `file` for what is no table.
 */
export async function lookAtSheets(actor: Member, bytes: Uint8Array): Promise<SheetLook[]> {
  authorise(actor, "import.record");
  return (await readWorkbook(bytes)).map(lookAt);
}

/**
 * Reads one sheet as a mapping says and keeps what it would change, row by row, changing nothing
 * else. Throws INVALID at `file`, `sheet`, `mapping`, `seenOn`.
 */
export async function previewSheet(
  actor: Member,
  input: StartSheet,
  bytes: Uint8Array,
): Promise<Previewed> {
  authorise(actor, "import.record");
  const { commandId, seenOn, mapping } = input;
  const sheet = (await readWorkbook(bytes))[input.sheet];
  if (!sheet) throw invalid("sheet", "The file has no such sheet; choose it again.");
  const [problem] = mappingProblems(mapping);
  if (problem) throw invalid("mapping", problem);
  return keepPreview(actor, {
    ...{ commandId, seenOn, mapping, kind: "spreadsheet", name: `Spreadsheet “${sheet.name}”` },
    ...{ personId: null, archives: ARCHIVES.map(({ code }) => code) },
    sha256: createHash("sha256").update(bytes).digest("hex"),
    read: openSheet(sheet, mapping),
  });
}

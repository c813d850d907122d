import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import type { Meaning } from "../imports/meanings";
import { saveDraft } from "./drafts";
import { answerRows } from "./import-answers";
import { applyImport } from "./import-apply";
import { keepPreview, previewImport } from "./import-preview";
import { undoImport } from "./import-undo";
import { decideRows, dropImport, getImport, listImportRows, listImports } from "./imports";
import type { SampleTeam } from "./sample-team";
import type { Call, Stranger } from "./sample-trespass";
import { lookAtSheets, previewSheet } from "./sheet-import";

const start = (personId: string | null) => ({
  ...{ commandId: randomUUID(), seenOn: day("2026-11-22"), personId },
});
const PAGE = "Your account was successfully credentialed on Jan. 5, 2024.";

const rows = (a: SampleTeam) => ({ importId: a.importId, rows: [a.importRowId] });

/** For tests: the calls by which team B asks for imports of team A, and for what A entered for itself. */
export const TRESPASS_ON_IMPORTS: Record<string, Call[]> = {
  "import-answers answerRows": [(b, a) => answerRows(b.lead, { ...rows(a), choice: {} })],
  "import-apply applyImport": [(b, a) => applyImport(b.lead, a)],
  "import-preview previewImport": [
    (b, a) =>
      previewImport(b.lead, { ...start(a.lead.personId), kind: "physionet_credential" }, PAGE),
  ],
  "import-preview keepPreview": [
    (b, a) =>
      keepPreview(b.lead, {
        ...{ ...start(a.lead.personId), kind: "spreadsheet", name: "Old sheet", sha256: "" },
        ...{ archives: ["dbgap"], mapping: {} },
        read: {
          ...{ entries: [], notes: [], total: 1 },
          refused: [{ at: "row 1", text: "", reason: "Empty" }],
        },
      }),
  ],
  "import-undo undoImport": [(b, a) => undoImport(b.lead, a)],
  "imports decideRows": [(b, a) => decideRows(b.lead, { ...rows(a), decision: "decline" })],
  "imports dropImport": [(b, a) => dropImport(b.lead, a)],
  "imports listImportRows": [
    (b, a) => listImportRows(b.lead, { importId: a.importId, show: "refused" }),
  ],
};

/** A draft of team B for the unit that team A entered for itself. */
export function draftForOwnUnit(b: Stranger, a: SampleTeam): Promise<unknown> {
  return saveDraft(b.lead, {
    ...{ id: randomUUID(), version: null, archive: "ega", title: "Theirs", answers: {} },
    ...{ unitIds: [a.ownUnitId], personIds: [], itemAnswers: {} },
  });
}

const CSV = new TextEncoder().encode("Dataset,Status\nEGAD00001002886,in review\n");
const mapping = {
  ...{ header: 0, dateOrder: null, archive: null, statuses: {} },
  columns: ["unit", "status"] satisfies Meaning[],
};

/** The imports that team B sees: none of team A, whose number of an import is B's own. */
export const OWN_IMPORTS: Record<string, Call> = {
  "sheet-import lookAtSheets": (b) => lookAtSheets(b.lead, CSV),
  "sheet-import previewSheet": (b) =>
    previewSheet(
      b.lead,
      { commandId: randomUUID(), seenOn: day("2026-11-22"), sheet: 0, mapping },
      CSV,
    ),
  "imports listImports": (b) => listImports(b.lead),
  "imports getImport": (b) => getImport(b.lead, 1),
};

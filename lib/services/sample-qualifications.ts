import { randomUUID } from "node:crypto";
import {
  correctQualificationForm,
  moveQualificationForm,
  type QualificationFields,
  recordQualificationForm,
  waiveQualificationForm,
} from "../people/qualification-forms";

/** For tests: the kind of qualification that these are of, unless another is named. */
export const CITI = "citi_data_only";
const typed = (fields: Partial<QualificationFields> = {}): QualificationFields => ({
  ...{ since: "", completedOn: "", startsOn: "", reportEndsOn: "", endsOn: "" },
  ...{ reference: "", answers: {}, ...fields },
});

/** For tests: what the page sends to record one, move it, correct it, waive it. */
export const recorded = (
  personId: string | null,
  change: { type?: string; step?: string; documentId?: string; requestId?: string } = {},
  fields: Partial<QualificationFields> = {},
) =>
  recordQualificationForm.parse({
    ...{ commandId: randomUUID(), personId, type: CITI, unitId: null, requestId: null },
    ...{ step: "", documentId: "", ...change, qualification: typed(fields) },
  });

export const moved = (
  id: string,
  version: number,
  move: string,
  answers: Record<string, string> = {},
) =>
  moveQualificationForm.parse({
    ...{ commandId: randomUUID(), id, version, move, answers, documentId: "" },
  });

export const corrected = (id: string, version: number, fields: Partial<QualificationFields>) =>
  correctQualificationForm.parse({ id, version, qualification: typed(fields) });

export const waived = (
  personId: string | null,
  change: { type?: string; row?: { id: string; version: number }; until?: string } = {},
) =>
  waiveQualificationForm.parse({
    ...{ commandId: randomUUID(), personId, type: "affiliation", unitId: null, requestId: null },
    ...{ row: null, from: "2026-11-22", until: "2026-12-31", why: "Letter\nis on its way" },
    ...change,
  });

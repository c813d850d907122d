import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { type AgreementFields, agreementForm } from "../agreements/forms";
import { samplePdf } from "../documents/sample-files";
import type { Member } from "../team/actor";
import { createAgreement } from "./agreement-changes";
import { uploadDocument } from "./documents";

/** For tests: the ids of catalogue units, by code. */
export async function unitIds(superuser: PrismaClient, ...codes: string[]): Promise<string[]> {
  const units = await superuser.accessUnit.findMany({ where: { code: { in: codes } } });
  return codes.map((code) => {
    const unit = units.find((known) => known.code === code);
    if (!unit) throw new Error(`No unit ${code}`);
    return unit.id;
  });
}

/** For tests: an agreement's form as somebody might type it. */
export function agreementFields(
  unitIds: string[],
  change: Partial<AgreementFields> = {},
): AgreementFields {
  return {
    ...{ archive: "ega", name: "Data access agreement", textVersion: "2", textDate: "2025-12-01" },
    ...{ documentId: "", startsOn: "2026-01-01", endsOn: "2026-12-31", unitIds },
    ...{ dac: "EGAC00001000205", parties: ["University of Lisbon"], governingLaw: "English law" },
    ...{ people: [], signatures: [], ...change },
  };
}

/** For tests: records an agreement typed like this. */
export function sampleAgreement(
  actor: Member,
  fields: AgreementFields,
  commandId: string = randomUUID(),
): Promise<{ id: string }> {
  return createAgreement(actor, { commandId, agreement: agreementForm.parse(fields) });
}

/** For tests: a stored file of the team. */
export async function sampleCopy(actor: Member): Promise<{ id: string; sha256: string }> {
  const bytes = samplePdf();
  return uploadDocument(actor, { id: randomUUID(), name: "agreement.pdf", bytes });
}

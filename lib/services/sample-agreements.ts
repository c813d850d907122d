import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import {
  type AgreementFields,
  agreementForm,
  type CreateAgreement,
  type NewSignature,
} from "../agreements/forms";
import { day } from "../dates/day";
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

/** For tests: an agreement on a unit as its service takes it. */
export function agreementOn(
  unitId: string,
  more: Partial<CreateAgreement["agreement"]>,
): CreateAgreement {
  const agreement = agreementForm.parse(agreementFields([unitId], { archive: "dbgap" }));
  return { commandId: randomUUID(), agreement: { ...agreement, ...more } };
}

/** For tests: somebody's name in an agreement, from its start. */
export function namingOf({ personId }: Member) {
  return { personId, function: "pi" as const, startsOn: null, endsOn: null };
}

/** For tests: somebody's signature. */
export function signatureOf({ personId }: Member): NewSignature {
  const signedOn = day("2026-03-14");
  return { personId, signatory: "", function: "pi", documentId: null, signedOn };
}

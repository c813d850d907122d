import { randomUUID } from "node:crypto";
import { certificateText, certificateWithHash } from "../certificates/certificate";
import { sampleCertificate } from "../certificates/sample-certificate";
import type { CopyFields } from "../copies/forms";
import { day } from "../dates/day";
import { sha256Of } from "./certificate-issue";
import { listCertificates, openCertificate, verifyCertificate } from "./certificates";
import { cancelCloseOut, getCloseOut, recordCloseOutStep, startCloseOut } from "./close-out";
import { changeCopy, destroyCopy, listCopies, registerCopy, restoreCopy } from "./copies";
import { listCopyRequests } from "./copy-choices";
import { requestPdf } from "./request-print";
import type { SampleTeam } from "./sample-team";
import type { Call, Stranger } from "./sample-trespass";

const TODAY = day("2026-11-22");

function copyOf(b: Stranger, a: SampleTeam, change: Partial<CopyFields>): CopyFields {
  return {
    ...{ kind: "copy", what: "Mine", placeKind: "server", place: "/mine" },
    ...{ putById: b.lead.personId, putOn: TODAY, requestId: null, unitIds: [a.unitId] },
    ...{ madeOfId: null, ...change },
  };
}

const register = (change: (a: SampleTeam) => Partial<CopyFields>): Call => {
  return (b, a) => registerCopy(b.lead, { commandId: randomUUID(), copy: copyOf(b, a, change(a)) });
};

/** For tests: the calls by which team B asks for copies, close-outs and certificates of team A. */
export const TRESPASS_ON_ENDINGS: Record<string, Call[]> = {
  "certificates openCertificate": [
    (b, a) => openCertificate(b.lead, { id: a.certificateId, format: "json" }),
    (b, a) => openCertificate(b.lead, { id: a.certificateId, format: "pdf" }),
  ],
  "close-out cancelCloseOut": [
    (b, a) => cancelCloseOut(b.lead, { id: a.closeOutId, version: 1, why: "Mine" }),
  ],
  "close-out getCloseOut": [(b, a) => getCloseOut(b.lead, a.requestId)],
  "close-out recordCloseOutStep": [
    (b, a) =>
      recordCloseOutStep(b.lead, {
        ...{ commandId: randomUUID(), id: a.closeOutId, version: 1, step: "final_report" },
        ...{ answers: {}, documentId: null },
      }),
  ],
  "close-out startCloseOut": [
    (b, a) =>
      startCloseOut(b.lead, {
        ...{ commandId: randomUUID(), requestId: a.requestId, reason: "completed", note: "" },
      }),
  ],
  "copies registerCopy": [
    register((a) => ({ requestId: a.requestId })),
    register((a) => ({ putById: a.lead.personId })),
    register((a) => ({ madeOfId: a.copyId })),
  ],
  "copies changeCopy": [
    (b, a) => changeCopy(b.lead, { id: a.copyId, version: 1, copy: copyOf(b, a, {}) }),
  ],
  "copies destroyCopy": [
    (b, a) =>
      destroyCopy(b.lead, {
        ...{ id: a.copyId, version: 1 },
        destruction: {
          ...{ destroyedOn: TODAY, method: "Gone", destroyedById: b.lead.personId },
          ...{ witness: "Mallory", documentId: null },
        },
      }),
  ],
  "copies restoreCopy": [
    (b, a) => restoreCopy(b.lead, { id: a.copyId, version: 1, reason: "Mine" }),
  ],
  "request-print requestPdf": [(b, a) => requestPdf(b.lead, a.number)],
};

/** Services that show the actor's own copies and certificates alone. */
export const OWN_ENDINGS: Record<string, (b: Stranger, a: SampleTeam) => Promise<unknown>> = {
  "certificates listCertificates": (b) => listCertificates(b.lead),
  "certificates verifyCertificate": (b, a) => {
    const text = certificateText({ ...sampleCertificate(), id: a.closeOutId });
    return verifyCertificate(b.lead, { text: certificateWithHash(text, sha256Of(text)) });
  },
  "copies listCopies": (b) => listCopies(b.lead),
  "copy-choices listCopyRequests": (b) => listCopyRequests(b.lead),
};

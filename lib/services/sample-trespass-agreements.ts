import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import { addVersion, createAgreement, updateAgreement } from "./agreement-changes";
import { getAgreement } from "./agreements";
import { endNaming, nameInAppendix } from "./appendices";
import { agreementOn, namingOf, signatureOf } from "./sample-agreements";
import type { Call } from "./sample-trespass";
import { recordSignature } from "./signatures";

/** For tests: the calls by which team B reaches for agreements of team A, and for its people. */
export const TRESPASS_ON_AGREEMENTS: Record<string, Call[]> = {
  "agreement-changes createAgreement": [
    (b, a) => createAgreement(b.lead, agreementOn(a.unitId, { documentId: a.documentId })),
    (b, a) => createAgreement(b.lead, agreementOn(a.unitId, { people: [namingOf(a.lead)] })),
    (b, a) => createAgreement(b.lead, agreementOn(a.unitId, { signatures: [signatureOf(a.lead)] })),
  ],
  "agreement-changes updateAgreement": [
    (b, a) =>
      updateAgreement(b.lead, {
        ...{ id: a.agreementId, version: 1 },
        change: {
          ...{ endsOn: null, endedOn: null, endedBy: "", parties: ["B"], governingLaw: "" },
          ...{ reportMonths: null, reportWhat: "", renewsDaysBefore: null, renewsDaysAfter: null },
        },
      }),
  ],
  "agreement-changes addVersion": [
    (b, a) => {
      const {
        archive: _a,
        dac: _d,
        parties: _p,
        governingLaw: _l,
        people: _n,
        reportMonths: _m,
        reportWhat: _w,
        renewsDaysBefore: _b,
        renewsDaysAfter: _r,
        ...text
      } = agreementOn(a.unitId, {}).agreement;
      const { signatures: _s, ...plain } = text;
      const next = { ...plain, change: "minor" as const };
      return addVersion(b.lead, { commandId: randomUUID(), id: a.agreementId, version: 1, next });
    },
  ],
  "agreements getAgreement": [(b, a) => getAgreement(b.lead, a.agreementId)],
  "appendices nameInAppendix": [
    (b, a) => {
      const named = { ...namingOf(a.lead), personId: b.lead.personId };
      return nameInAppendix(b.lead, { commandId: randomUUID(), ...a, named });
    },
  ],
  "appendices endNaming": [
    (b, a) => endNaming(b.lead, { id: a.namedId, was: null, endsOn: day("2027-01-01") }),
  ],
  "signatures recordSignature": [
    (b, a) => {
      const signature = { ...signatureOf(a.lead), personId: b.lead.personId };
      return recordSignature(b.lead, { commandId: randomUUID(), ...a, signature });
    },
  ],
};

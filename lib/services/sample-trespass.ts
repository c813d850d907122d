import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import type { Member, SignedIn } from "../team/actor";
import { attachProof, deleteDocument } from "./evidence";
import { listIdentities, recordIdentity, removeIdentity, updateIdentity } from "./identities";
import {
  correctQualification,
  listQualifications,
  moveQualification,
  recordQualification,
  waiveQualification,
} from "./qualifications";
import type { SampleTeam } from "./sample-team";

/** The lead of team B, and the same user outside any team. */
export interface Stranger {
  lead: Member;
  user: SignedIn;
}

/** Something that team B asks for and that names a row of team A. */
export type Call = (b: Stranger, a: SampleTeam) => Promise<unknown>;

const account = { value: "eve-eve", verifiedOn: null, endsOn: null };
const training = { type: "citi_data_only", unitId: null, requestId: null };
const typed = {
  ...{ since: null, completedOn: null, startsOn: null, reportEndsOn: null, endsOn: null },
  ...{ reference: "", answers: {} },
};

/** For tests: the calls by which team B asks for what persons of team A hold, and its proofs. */
export const TRESPASS_ON_HOLDINGS: Record<string, Call[]> = {
  "evidence attachProof": [
    (b, a) => attachProof(b.lead, { kind: "identity", id: a.identityId, documentId: a.documentId }),
    (b, a) =>
      attachProof(b.lead, {
        kind: "qualification",
        id: a.qualificationId,
        documentId: a.documentId,
      }),
    (b, a) => attachProof(b.lead, { kind: "grant", id: a.grantId, documentId: a.documentId }),
  ],
  "evidence deleteDocument": [
    (b, a) => deleteDocument(b.lead, { id: a.documentId, why: "Mine now" }),
  ],
  "identities listIdentities": [(b, a) => listIdentities(b.lead, a.lead.personId)],
  "identities recordIdentity": [
    (b, a) =>
      recordIdentity(b.lead, {
        ...{ commandId: randomUUID(), personId: a.lead.personId, scheme: "physionet" },
        ...{ documentId: null, identity: account },
      }),
    (b, a) =>
      recordIdentity(b.lead, {
        ...{ commandId: randomUUID(), personId: b.lead.personId, scheme: "physionet" },
        ...{ documentId: a.documentId, identity: account },
      }),
  ],
  "identities updateIdentity": [
    (b, a) => updateIdentity(b.lead, { id: a.identityId, version: 1, identity: account }),
  ],
  "identities removeIdentity": [(b, a) => removeIdentity(b.lead, { id: a.identityId, version: 1 })],
  "qualifications listQualifications": [(b, a) => listQualifications(b.lead, a.lead.personId)],
  "qualifications recordQualification": [
    (b, a) =>
      recordQualification(b.lead, {
        ...{ ...training, commandId: randomUUID(), personId: a.lead.personId },
        ...{ step: "", documentId: null, qualification: typed },
      }),
    (b, a) =>
      recordQualification(b.lead, {
        ...{ ...training, commandId: randomUUID(), personId: b.lead.personId },
        ...{ step: "", documentId: a.documentId, qualification: typed },
      }),
    (b, a) =>
      recordQualification(b.lead, {
        ...{ ...training, commandId: randomUUID(), personId: null, type: "ethics_approval" },
        ...{ step: "", documentId: null, qualification: typed, requestId: a.requestId },
      }),
  ],
  "qualifications moveQualification": [
    (b, a) =>
      moveQualification(b.lead, {
        ...{ commandId: randomUUID(), id: a.qualificationId, version: 1, move: "withdraw" },
        ...{ answers: {}, documentId: null },
      }),
  ],
  "qualifications correctQualification": [
    (b, a) =>
      correctQualification(b.lead, { id: a.qualificationId, version: 1, qualification: typed }),
  ],
  "qualifications waiveQualification": [
    (b, a) =>
      waiveQualification(b.lead, {
        ...{ ...training, commandId: randomUUID(), type: "affiliation", row: null, why: "Mine" },
        ...{ personId: a.lead.personId, from: day("2026-11-22"), until: day("2026-11-23") },
      }),
  ],
};

import { archiveByCode } from "../archives/index";
import { day } from "../dates/day";
import { findLifecycle } from "../requests/lifecycle";
import { type AgreementFacts, agreementDuties } from "./agreement-duties";
import { type PersonFacts, personDuties, type TypedRow } from "./person-duties";
import { requestDuties } from "./request-duties";
import type { HeldGrant, RequestFacts } from "./request-facts";

/** For tests: the day it is. */
export const TODAY = day("2026-11-22");

/** For tests: a training that PhysioNet accepted. */
export const row: TypedRow = {
  ...{ id: "q1", type: "citi_data_only", step: "accepted", stepSince: day("2025-06-01") },
  ...{ startsOn: day("2025-06-01"), completedOn: day("2025-05-03"), endsOn: null, endedOn: null },
  ...{ reportEndsOn: day("2028-05-03"), reference: "", unitId: null, request: null },
};
/** For tests: somebody with it. */
export const person: PersonFacts = {
  person: { id: "p1", startsOn: day("2024-01-10"), endsOn: null, recordedOn: day("2025-02-01") },
  ...{ leadId: "lead", rows: [row], identities: [], closed: [], today: TODAY },
  rules: new Map([["physionet", { trainingDays: 1095, countReportEnd: true }]]),
};
/** For tests: an agreement in force. */
export const agreement: AgreementFacts = {
  agreement: {
    ...{ id: "a1", archive: "ega", name: "Cohort DAA", textVersion: "2", requestId: null },
    ...{ startsOn: day("2026-02-01"), endsOn: day("2028-01-31"), endedOn: null },
    ...{ recordedOn: day("2026-02-03"), reportMonths: 12, reportWhat: "a yearly attestation" },
    ...{ renewsDaysBefore: 90, renewsDaysAfter: 90 },
  },
  ...{ isReplaced: false, isSettled: false, ownerId: "lead", approvalsEndOn: [], closed: [] },
  mustSign: [{ personId: "p1", leavesOn: null }],
};
/** For tests: an approval that stands. */
export const grant: HeldGrant = {
  ...{ unitId: "u1", personId: null, startsOn: day("2026-03-14"), endedOn: null },
  unit: {
    ...{ name: "Sample c1", consentCode: "HMB-PUB" },
    duo: ["DUO:0000029", "DUO:0000024=2027-06-30", "DUO:0000025=24"],
  },
};
const dbgap = archiveByCode("dbgap");
if (!dbgap) throw new Error("dbGaP is known");
/** For tests: a request with it. */
export const request: RequestFacts = {
  request: {
    ...{ id: "r1", ownerId: "owner", status: "approved", recordedOn: day("2026-01-01") },
    projectEndsOn: day("2029-12-31"),
  },
  archive: dbgap,
  lifecycle: findLifecycle(dbgap, "dbgap-project"),
  items: [{ step: "dac_review", stepSince: day("2026-11-01") }],
  ...{ asked: [], grants: [grant], closed: [], today: TODAY },
  outputs: [{ id: "o1", title: "Paper", on: day("2026-10-01"), recordedOn: day("2026-10-05") }],
};

/** For tests: all that follows from these. */
export const ALL = [
  ...personDuties(person),
  ...agreementDuties(agreement),
  ...requestDuties(request),
] as const;

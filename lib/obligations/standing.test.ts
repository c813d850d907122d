import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { archiveByCode } from "../archives/index";
import { addDays, type Day, day } from "../dates/day";
import { formatDay } from "../dates/format";
import { findLifecycle } from "../requests/lifecycle";
import { type AgreementFacts, agreementDuties } from "./agreement-duties";
import { type PersonFacts, personDuties, type TypedRow } from "./person-duties";
import { requestDuties } from "./request-duties";
import type { HeldGrant, RequestFacts } from "./request-facts";
import { matterOf, type StandingDuty, standingPrefix } from "./standing";
import { countChanges, type StoredStanding, standingChanges } from "./standing-changes";

const TODAY = day("2026-11-22");

const row: TypedRow = {
  ...{ id: "q1", type: "citi_data_only", step: "accepted", stepSince: day("2025-06-01") },
  ...{ startsOn: day("2025-06-01"), completedOn: day("2025-05-03"), endsOn: null, endedOn: null },
  ...{ reportEndsOn: day("2028-05-03"), reference: "", unitId: null, request: null },
};
const person: PersonFacts = {
  person: { id: "p1", startsOn: day("2024-01-10"), endsOn: null, recordedOn: day("2025-02-01") },
  ...{ leadId: "lead", rows: [row], identities: [], closed: [], today: TODAY },
  rules: new Map([["physionet", { trainingDays: 1095, countReportEnd: true }]]),
};
const agreement: AgreementFacts = {
  agreement: {
    ...{ id: "a1", archive: "ega", name: "Cohort DAA", textVersion: "2", requestId: null },
    ...{ startsOn: day("2026-02-01"), endsOn: day("2028-01-31"), endedOn: null },
    ...{ recordedOn: day("2026-02-03"), reportMonths: 12, reportWhat: "a yearly attestation" },
    ...{ renewsDaysBefore: 90, renewsDaysAfter: 90 },
  },
  ...{ isReplaced: false, ownerId: "lead", approvalsEndOn: [], closed: [] },
  mustSign: [{ personId: "p1", leavesOn: null }],
};
const grant: HeldGrant = {
  ...{ unitId: "u1", personId: null, startsOn: day("2026-03-14"), endedOn: null },
  unit: {
    ...{ name: "Sample c1", consentCode: "HMB-PUB", duo: ["DUO:0000029"], useMonths: 24 },
    ...{ embargoUntil: day("2027-06-30"), landingUrl: "https://example.org/sample" },
  },
};
const dbgap = archiveByCode("dbgap");
if (!dbgap) throw new Error("dbGaP is known");
const request: RequestFacts = {
  request: {
    ...{ id: "r1", ownerId: "owner", recordedOn: day("2026-01-01") },
    projectEndsOn: day("2029-12-31"),
  },
  archive: dbgap,
  lifecycle: findLifecycle(dbgap, "dbgap-project"),
  items: [{ step: "dac_review", stepSince: day("2026-11-01") }],
  ...{ asked: [], grants: [grant], closed: [], today: TODAY },
  outputs: [{ id: "o1", title: "Paper", on: day("2026-10-01"), recordedOn: day("2026-10-05") }],
};

const ALL = [
  ...personDuties(person),
  ...agreementDuties(agreement),
  ...requestDuties(request),
] as const;
const dueOf = (duties: readonly StandingDuty[], kind: string) =>
  duties.find((duty) => duty.kind === kind && !duty.over)?.dueOn;
const stored = (duties: readonly StandingDuty[]): StoredStanding[] =>
  duties.map((duty, index) => ({ ...duty, id: String(index), state: "open", closedBy: null }));

describe("what follows from facts", () => {
  it.each([
    ["physionet_training_report_end", "2028-05-03"],
    ["physionet_training_end", "2028-05-31"],
    ["affiliation_check", "2026-02-01"],
    ["agreement_end", "2028-01-31"],
    ["agreement_renewal_opens", "2027-11-02"],
    ["agreement_renewal_closes", "2028-04-30"],
    ["agreement_report", "2027-02-01"],
    ["agreement_accept", "2026-03-05"],
    ["review_silence", "2026-12-14"],
    ["embargo_end", "2027-06-30"],
    ["publish_results", "2029-12-31"],
    ["return_results", "2029-12-31"],
    ["time_limited_use", "2028-03-14"],
    ["acknowledge_output", "2026-11-04"],
    ["dbgap_output_log", "2026-03-31"],
  ])("%s is due on %s", (kind, dueOn) => {
    expect(dueOf(ALL, kind)).toBe(dueOn);
  });

  it.each(ALL)("$kind names its arithmetic with a date, its source and what to do", (duty) => {
    expect(duty.rule).toMatch(/\d{1,2} [A-Z][a-z]{2} \d{4}/);
    expect(duty.source).not.toBe("");
    expect(duty.what).toMatch(/^[A-Z].*\.$/s);
    expect(matterOf(duty.subject)).not.toBeNull();
  });

  it("explains the end of a report by the course and its years", () => {
    const [report] = personDuties(person);
    expect(report?.rule).toBe("The report of 3 May 2025, plus 3 years, as it says itself.");
  });

  it("asks nothing that is due after the last day on the team, and nothing of whoever has left", () => {
    const endsOn = day("2026-03-01");
    const leaving = { ...person, person: { ...person.person, endsOn }, today: endsOn };
    expect(personDuties(leaving).map(({ kind }) => kind)).toEqual(["affiliation_check"]);
    const left = personDuties({ ...leaving, today: addDays(endsOn, 1) });
    expect(left[0]?.over).toEqual({ state: "not_applicable", why: "left the team on 1 Mar 2026" });
  });

  it("counts the last of several trainings, and none by a clock that one without an end lacks", () => {
    const newer = {
      ...row,
      id: "q2",
      startsOn: day("2026-01-01"),
      reportEndsOn: day("2029-01-05"),
    };
    const both = { ...person, rows: [newer, row] };
    expect(dueOf(personDuties(both), "physionet_training_report_end")).toBe("2029-01-05");
    const endless = { ...both, rows: [row, { ...newer, reportEndsOn: null }] };
    expect(dueOf(personDuties(endless), "physionet_training_report_end")).toBeUndefined();
  });

  it("asks for a reference's answer after 15 and 30 days, while it is waited for", () => {
    const waiting: TypedRow = {
      ...{ ...row, type: "physionet_credential", step: "reference_response" },
      ...{ stepSince: day("2026-11-10"), startsOn: null, reportEndsOn: null },
    };
    const duties = personDuties({ ...person, rows: [waiting] });
    expect(dueOf(duties, "physionet_reference_reminder")).toBe("2026-11-25");
    expect(dueOf(duties, "physionet_reference_answer")).toBe("2026-12-10");
  });

  it("asks for an account to be proven again on its end, and for none without one", () => {
    const account = { id: "i1", scheme: "era_commons", value: "JDOE.LAB" };
    const known = { ...account, verifiedOn: day("2026-11-01"), endsOn: day("2026-12-01") };
    const of = (identity: typeof known | (Omit<typeof known, "endsOn"> & { endsOn: null })) =>
      dueOf(personDuties({ ...person, identities: [identity] }), "identity_again");
    expect(of(known)).toBe("2026-12-01");
    expect(of({ ...known, endsOn: null })).toBeUndefined();
  });

  it("gives the next report once one was closed, and never skips one", () => {
    const subject = `${standingPrefix({ kind: "agreement", id: "a1" })}report`;
    const done = { subject, kind: "agreement_report", dueOn: day("2027-02-01"), closedOn: TODAY };
    const duties = agreementDuties({
      ...{ ...agreement, closed: [done] },
      agreement: { ...agreement.agreement, endsOn: null },
    });
    expect(dueOf(duties, "agreement_report")).toBe("2028-02-01");
  });

  it("leaves the end of an agreement to the approvals that end with it", () => {
    const covered = { ...agreement, approvalsEndOn: [day("2028-01-31")] };
    expect(dueOf(agreementDuties(covered), "agreement_end")).toBeUndefined();
  });

  it("has nothing of an agreement that was ended or replaced", () => {
    expect(agreementDuties({ ...agreement, isReplaced: true })).toEqual([]);
    const ended = { ...agreement.agreement, endedOn: TODAY };
    expect(agreementDuties({ ...agreement, agreement: ended })).toEqual([]);
  });

  it("counts anew from the day on which somebody asked for news", () => {
    const asked = [{ step: "dac_review", on: day("2026-11-20") }];
    expect(dueOf(requestDuties({ ...request, asked }), "review_silence")).toBe("2027-01-02");
  });

  it("ends an embargo with its day, and asks for no result while no day is known", () => {
    const after = requestDuties({ ...request, today: day("2027-07-01") });
    expect(after.find(({ kind }) => kind === "embargo_end")?.over?.state).toBe("done");
    const open = { ...request, request: { ...request.request, projectEndsOn: null } };
    expect(dueOf(requestDuties(open), "publish_results")).toBeUndefined();
  });

  it("asks for nothing of units and outputs without an approval that stands", () => {
    const grants = [{ ...grant, endedOn: TODAY }];
    const kinds = requestDuties({ ...request, grants }).map(({ kind }) => kind);
    expect(kinds).toEqual(["review_silence", "acknowledge_output"]);
  });
});

describe("changing what is stored", () => {
  test("the same facts twice change nothing", () => {
    expect(countChanges(standingChanges(stored(ALL), ALL))).toBe(0);
  });

  test("a moved day closes the old duty, opens the new one, and says both days", () => {
    const moved = ALL.map((duty) => ({ ...duty, dueOn: addDays(duty.dueOn, -1) }));
    const { open, close } = standingChanges(stored(ALL), moved);
    expect(open).toHaveLength(ALL.length);
    expect(close[0]?.why).toBe("the day moved from 3 May 2028 to 2 May 2028");
  });

  test("what was renewed counts as done", () => {
    const [report] = ALL;
    if (!report) throw new Error("There is a report");
    const later = { ...report, dueOn: day("2031-05-03") };
    expect(standingChanges(stored([report]), [later]).close[0]).toMatchObject({ state: "done" });
  });

  test("other words are written over, and what ended with its day is no difference", () => {
    const [first] = ALL;
    if (!first) throw new Error("There is one");
    const other = { ...first, what: "Something else." };
    expect(standingChanges(stored([first]), [other]).reword).toHaveLength(1);
    const over = { ...first, over: { state: "done" as const, why: formatDay(first.dueOn) } };
    const changes = standingChanges(stored([first]), [over]);
    expect(changes.close).toHaveLength(1);
    expect(countChanges(changes)).toBe(0);
  });

  test("whatever was stored, one is open for each subject and kind, and a second run changes nothing", () => {
    const [base] = ALL;
    if (!base) throw new Error("There is one");
    const days = ["2027-01-01", "2027-02-01", "2027-03-01"].map(day);
    const states = ["open", "done", "not_applicable", "missed"] as const;
    const rows = fc.uniqueArray(
      fc.record({
        dueOn: fc.constantFrom(...days),
        state: fc.constantFrom(...states),
        closedBy: fc.constantFrom(null, "Ana"),
      }),
      { selector: ({ dueOn }) => dueOn },
    );
    fc.assert(
      fc.property(rows, fc.option(fc.constantFrom(...days)), (kept, due) => {
        const before = kept.map((one, index) => ({
          ...{ ...base, ...one, id: String(index) },
          closedBy: one.state === "open" ? null : one.closedBy,
        }));
        const duties = due === null ? [] : [{ ...base, dueOn: due }];
        const after = apply(before, duties);
        const open = after.filter(({ state }) => state === "open").map(({ dueOn }) => dueOn);
        const byHand = before.some(
          ({ dueOn, state, closedBy }) =>
            dueOn === due && state !== "open" && (closedBy !== null || state === "missed"),
        );
        expect(open).toEqual(due === null || byHand ? [] : [due satisfies Day]);
        expect(countChanges(standingChanges(after, duties))).toBe(0);
      }),
    );
  });
});

/** The rows as they are once the changes were made. */
function apply(rows: readonly StoredStanding[], duties: readonly StandingDuty[]): StoredStanding[] {
  const { open, reopen, close } = standingChanges(rows, duties);
  const kept = rows.map((one): StoredStanding => {
    const closed = close.find(({ id }) => id === one.id);
    if (closed) return { ...one, state: closed.state };
    return reopen.some(({ id }) => id === one.id) ? { ...one, state: "open" } : one;
  });
  const opened = open.map(
    (duty, index): StoredStanding => ({
      ...{ ...duty, id: `new-${index}`, state: "open", closedBy: null },
    }),
  );
  return [...kept, ...opened];
}

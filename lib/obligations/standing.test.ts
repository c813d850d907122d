import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { agreementDuties } from "./agreement-duties";
import { institutionDuties, type PersonFacts, personDuties, type TypedRow } from "./person-duties";
import { requestDuties } from "./request-duties";
import { ALL, agreement, grant, person, request, row, TODAY } from "./sample-facts";
import { matterOf, type StandingDuty, standingPrefix } from "./standing";

const dueOf = (duties: readonly StandingDuty[], kind: string) =>
  duties.find((duty) => duty.kind === kind && !duty.over)?.dueOn;

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

  it("calls once where two clocks end on one day, by the archive's own", () => {
    const startsOn = addDays(day("2028-05-03"), -1095);
    const rows = [{ ...row, startsOn }];
    const kinds = personDuties({ ...person, rows }).map(({ kind }) => kind);
    expect(kinds).toEqual(["physionet_training_end", "affiliation_check"]);
  });

  it("asks for one ethics approval once, whatever requests of one owner it serves", () => {
    const paper = (id: string, ownerId: string, status: "approved" | "closed"): TypedRow => ({
      ...{ ...row, id: `q${id}`, type: "ethics_approval", step: "approved", reference: "IRB 7" },
      ...{ reportEndsOn: null, endsOn: day("2027-01-31") },
      request: { id, ownerId, status },
    });
    const owners = (...rows: TypedRow[]) =>
      institutionDuties({ ...person, rows }).map(({ ownerId }) => ownerId);
    const [first, second] = [paper("r1", "ana", "approved"), paper("r2", "ana", "approved")];
    expect(owners(first, second)).toEqual(["ana"]);
    expect(owners(first, second, paper("r3", "bo", "approved"))).toEqual(["ana", "bo"]);
    expect(owners(first, { ...second, endsOn: day("2027-02-28") })).toEqual(["ana", "ana"]);
    expect(owners(paper("r1", "ana", "closed"))).toEqual([]);
  });

  it("looks where somebody works from the day on which they came or were written down", () => {
    const rule = (change: Partial<PersonFacts["person"]>, rows: TypedRow[] = []) =>
      personDuties({ ...person, rows, person: { ...person.person, ...change } })[0]?.rule;
    expect(rule({})).toMatch(/^Written down here on 1 Feb 2025, plus 12 months\. /);
    expect(rule({ startsOn: day("2025-03-01") })).toMatch(/^On the team since 1 Mar 2025, /);
    const begun = { ...row, type: "affiliation", step: "to_confirm", startsOn: null };
    expect(rule({}, [begun])).toMatch(/^Written down here on 1 Feb 2025/);
  });

  it("names the training that ends", () => {
    const what = (type: string) => personDuties({ ...person, rows: [{ ...row, type }] })[0]?.what;
    expect(what("citi_data_only")).toContain("CITI");
    expect(what("gcp")).not.toBe(what("citi_data_only"));
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

  it("has no window without days, which would say the same as the end", () => {
    const none = { ...agreement.agreement, renewsDaysBefore: 0, renewsDaysAfter: 0 };
    const kinds = agreementDuties({ ...agreement, agreement: none }).map(({ kind }) => kind);
    expect(kinds).toEqual(["agreement_end", "agreement_report", "agreement_accept"]);
  });

  it("asks nothing of outputs that were long out when they were logged", () => {
    const outputs = [
      { id: "o1", title: "Old", on: day("2019-05-01"), recordedOn: TODAY },
      { id: "o2", title: "New", on: addDays(TODAY, -30), recordedOn: TODAY },
    ];
    const subjects = requestDuties({ ...request, outputs })
      .filter(({ kind }) => kind === "acknowledge_output")
      .map(({ subject }) => subject);
    expect(subjects).toEqual(["standing:request:r1:output:o2"]);
  });

  it("has nothing of a request that was closed or withdrawn", () => {
    const closed = { ...request, request: { ...request.request, status: "closed" as const } };
    expect(requestDuties(closed)).toEqual([]);
  });

  it("has nothing of an agreement that was ended or replaced", () => {
    expect(agreementDuties({ ...agreement, isSettled: true })).toEqual([]);
    expect(agreementDuties({ ...agreement, isReplaced: true })).toEqual([]);
    const ended = { ...agreement.agreement, endedOn: TODAY };
    expect(agreementDuties({ ...agreement, agreement: ended })).toEqual([]);
  });

  it("counts anew from the day on which somebody asked for news", () => {
    const asked = [{ step: "dac_review", on: day("2026-11-20") }];
    expect(dueOf(requestDuties({ ...request, asked }), "review_silence")).toBe("2027-01-02");
  });

  it("takes only a moratorium on publications with its day for a publication embargo", () => {
    const kinds = (duo: readonly string[]) => {
      const grants = [{ ...grant, unit: { ...grant.unit, duo } }];
      return requestDuties({ ...request, grants }).map(({ kind }) => kind);
    };
    expect(kinds(["DUO:0000024=2027-03-01"])).toContain("embargo_end");
    expect(kinds(["DUO:0000024"])).not.toContain("embargo_end");
    expect(kinds([])).not.toContain("embargo_end");
  });

  it("ends use on the day that the terms name, or so many months after the first approval", () => {
    const end = (unit: Partial<typeof grant.unit>) => {
      const limited = { ...grant, unit: { ...grant.unit, ...unit } };
      const duties = requestDuties({ ...request, grants: [limited] });
      return dueOf(duties, "time_limited_use");
    };
    expect(end({ duo: ["DUO:0000025=2027-12-31"] })).toBe("2027-12-31");
    expect(end({ duo: ["DUO:0000025=18"] })).toBe("2027-09-14");
    expect(end({ duo: ["DUO:0000025"] })).toBeUndefined();
    // The catalogue names no time, the team's letter does.
    expect(end({ duo: ["DUO:0000025", "DUO:0000025=18"] })).toBe("2027-09-14");
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProjectReport } from "./project-report";

const dar = (change: object = {}) => ({
  ...{ DAC_abbrev: "NHLBI", consent_abbrev: "HMB-IRB", consent_code: 1, DAR: 123456 },
  ...{ current_version: 3, current_DAR_status: "approved", was_approved: "yes", ...change },
});
const report = (requests: unknown[], project: object = {}, study: object = {}) =>
  JSON.stringify([
    {
      ...{ Project_id: 12345, PI_name: "Doe, Jane", Project_closed: "no", ...project },
      studies: [{ study_name: "Demo", study_accession: "phs999999", requests, ...study }],
    },
  ]);

describe("dbGaP's project report", () => {
  it("tells each data access request with its numbers, its consent group and its step", () => {
    const { entries, refused } = readProjectReport(report([dar()]));
    expect(refused).toEqual([]);
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ kind: "access", at: "project 12345, DAR 123456-3", archive: "dbgap" },
        ...{ requestNumber: "12345", itemNumber: "123456-3", unitCode: "phs999999.c1" },
        ...{ consentCode: "HMB-IRB", dac: "NHLBI", step: "approved", expired: false },
        approval: { decidedOn: null, startsOn: null, endsOn: null, openEnded: false },
      }),
    ]);
  });

  it.each([
    ["approved", "approved", false],
    ["Approved", "approved", false],
    ["expired", "approved", true],
    ["new", "so_review", false],
    ["rejected", "rejected", false],
    ["closed", "closed", false],
  ])("reads the status %s", (status, step, expired) => {
    const { entries } = readProjectReport(report([dar({ current_DAR_status: status })]));
    expect(entries).toEqual([expect.objectContaining({ step, expired })]);
  });

  it("takes numbers written as text, a version in the accession, and keys nobody knows", () => {
    const text = report(
      [dar({ DAR: "123456", consent_code: "2", current_version: "1", shiny: {} })],
      { Project_id: "12345", more: [1] },
      { study_accession: "phs000424.v10.p2" },
    );
    expect(readProjectReport(text).entries).toEqual([
      expect.objectContaining({ unitCode: "phs000424.c2", itemNumber: "123456-1" }),
    ]);
  });

  it("calls everything of a closed project closed", () => {
    const { entries } = readProjectReport(report([dar()], { Project_closed: "yes" }));
    expect(entries).toEqual([expect.objectContaining({ step: "closed", closed: true })]);
  });

  it.each([
    ["cut off", report([dar()]).slice(0, -20), /cut off or damaged/],
    ["a page to sign in", "<html><title>Login</title></html>", /not the JSON/],
    ["nothing", "  ", /nothing in the box/],
    ["JSON of something else", '{"resourceType": "Bundle"}', /not dbGaP's project report/],
    ["a number", "12", /not dbGaP's project report/],
  ])("says in a sentence what is wrong with %s, and takes nothing", (_what, text, reason) => {
    const { entries, refused } = readProjectReport(text);
    expect(entries).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each([
    [dar({ current_DAR_status: "paused" }), /“paused” is none/],
    [dar({ current_DAR_status: null }), /no status/],
    [dar({ DAR: null }), /no number/],
    [dar({ consent_code: 0 }), /no consent group/],
    ["text", /no data access request/],
  ])("refuses one request with its reason and takes the others", (wrong, reason) => {
    const { entries, refused } = readProjectReport(report([wrong, dar()]));
    expect(entries).toHaveLength(1);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it("accounts for every request, whatever its values are, and never throws", () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant("approved"), fc.integer());
    const request = fc.oneof(
      fc.jsonValue(),
      fc.record({ DAR: value, consent_code: value, current_DAR_status: value }),
    );
    fc.assert(
      fc.property(fc.array(request), (requests) => {
        const { entries, refused, notes } = readProjectReport(report(requests));
        expect(entries.length + refused.length).toBe(requests.length);
        if (requests.length === 0) expect(notes).toHaveLength(1);
      }),
    );
  });

  it("never throws on any text, and never takes half of one that was cut", () => {
    const whole = report([dar(), dar({ DAR: 2 })]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.nat(whole.length - 1)), (text) => {
        const read = readProjectReport(typeof text === "number" ? whole.slice(0, text) : text);
        if (typeof text === "number") expect(read.entries).toEqual([]);
        expect(read.entries.length + read.refused.length + read.notes.length).toBeGreaterThan(0);
      }),
    );
  });

  it("refuses what is nested too deeply to be shown", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const { entries, refused } = readProjectReport(`[{"Project_id": 12345, "studies": [${deep}]}]`);
    expect({ entries, refused: refused.map(({ at }) => at) }).toEqual({
      entries: [],
      refused: ["project 12345"],
    });
  });
});

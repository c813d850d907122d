import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import { day } from "../dates/day";
import { type BoxFacts, boxesOf } from "./boxes";
import { sampleRow } from "./sample-types";

const TODAY = day("2026-11-22");

const facts = (change: Partial<BoxFacts> = {}): BoxFacts => ({
  ...{ wanted: new Set<string>(), identities: [], qualifications: [], rules: new Map() },
  ...{ today: TODAY, may: { waive: true } },
  ...change,
});

const shown = (change: Partial<BoxFacts>) =>
  boxesOf(facts(change)).map(({ id, standing }) => `${id}: ${standing.state}`);

describe("boxes", () => {
  it("are none where nothing is asked and nothing recorded", () => {
    expect(boxesOf(facts())).toEqual([]);
  });

  it("stand for what is asked, recorded or not, in the order of the archives", () => {
    const wanted = new Set(["citi_data_only", "physionet", "physionet_credential"]);
    expect(shown({ wanted })).toEqual([
      "physionet: missing",
      "physionet_credential: missing",
      "citi_data_only: missing",
    ]);
  });

  it("stand for what is recorded, asked or not", () => {
    const account = { id: "a", scheme: "orcid", recordedOn: TODAY, documentId: null };
    expect(
      shown({
        identities: [{ ...account, verifiedOn: TODAY, endsOn: null }],
        qualifications: [{ ...sampleRow({ step: "in_review", startsOn: null }), type: "gcp" }],
      }),
    ).toEqual(["gcp: in_review", "orcid: current"]);
  });

  it("are one for each data set or request that something counts for alone", () => {
    const row = (id: string, unitId: string | null) => ({
      ...sampleRow({ id, unitId, step: "approved" }),
      type: "dbgap_own_approval",
    });
    const boxes = boxesOf(facts({ qualifications: [row("1", "u"), row("2", "v"), row("3", "u")] }));
    expect(boxes.map(({ unitId, rowIds }) => [unitId, rowIds])).toEqual([
      ["u", ["1", "3"]],
      ["v", ["2"]],
    ]);
  });

  it("count by the clocks that the team has set for the archive", () => {
    const row = { ...sampleRow({ reportEndsOn: day("2026-05-03") }), type: "citi_data_only" };
    const [archive] = ARCHIVES.filter(({ qualifications }) =>
      qualifications.some(({ id }) => id === row.type),
    );
    const under = (countReportEnd: boolean) =>
      shown({
        qualifications: [row],
        rules: new Map([[archive?.code ?? "", { countReportEnd, trainingDays: null }]]),
      });
    expect(under(true)).toEqual(["citi_data_only: expired"]);
    expect(under(false)).toEqual(["citi_data_only: current"]);
  });

  it("leave out types that are unknown here", () => {
    expect(boxesOf(facts({ wanted: new Set(["of_tomorrow"]) }))).toEqual([]);
  });
});

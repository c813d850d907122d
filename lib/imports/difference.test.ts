import { describe, expect, it } from "vitest";
import { emptyAccess } from "../archives/access-entry";
import type { AccessEntry } from "../archives/status-import";
import { day } from "../dates/day";
import { isOvertaken, type Outcome, type RowChoice } from "./change";
import { differ } from "./difference";
import { previewRows } from "./preview";
import { indexState, type KnownGrant, type KnownItem, type TeamState } from "./state";

const SEEN = { kind: "dbgap_report", on: day("2026-11-22"), personId: null } as const;
const UNIT = {
  ...{ id: "u1", archive: "dbgap", code: "phs000424.c1", title: "GTEx", shortTitle: "GTEx" },
  ...{ version: null, dac: "NHGRI", accessClass: "controlled", policy: null, consentCode: "GRU" },
};
const GRANT: KnownGrant = {
  ...{ id: "g1", decidedOn: day("2026-03-02"), endsOn: day("2027-03-02"), confirmedOn: null },
};

function state(item: Partial<KnownItem> | null, more: Partial<TeamState> = {}) {
  const known = {
    ...{ id: "i1", unitId: "u1", personId: null, step: "dac_review", archiveNumber: "100001-1" },
    ...{ stepSince: day("2026-10-01"), grant: null, ...item },
  };
  const request = {
    ...{ id: "r1", number: 12, archive: "dbgap", lifecycle: "dbgap-project", title: "GTEx" },
    ...{ archiveNumber: "12345", version: 3, items: item ? [known] : [] },
  };
  return indexState({
    ...{ units: [UNIT], requests: [request], people: [], identities: [], qualifications: [] },
    ...more,
  });
}

const entry = (change: Partial<AccessEntry> = {}): AccessEntry => ({
  ...emptyAccess("dbgap", "DAR 100001-1", "approved"),
  ...{ requestNumber: "12345", itemNumber: "100001-1", unitCode: "phs000424.c1" },
  ...{
    step: "approved",
    approval: { decidedOn: null, startsOn: null, endsOn: null, openEnded: false },
  },
  ...change,
});

const fieldsOf = (outcome: Outcome) =>
  outcome.state === "refused"
    ? outcome.reason
    : outcome.change.fields.map(({ field, before, after }) => `${field}: ${before} > ${after}`);

const compare = (
  change: Partial<AccessEntry>,
  item: Partial<KnownItem> | null,
  choice: RowChoice = {},
) => differ(entry(change), choice, SEEN, state(item));

describe("a statement about an approval", () => {
  it("that stands here too only says that it was seen", () => {
    const outcome = compare({}, { step: "approved", grant: GRANT });
    expect(outcome).toMatchObject({ state: "unchanged", change: { confirms: "g1", fields: [] } });
  });

  it("seen on that day before says nothing at all", () => {
    const grant = { ...GRANT, confirmedOn: SEEN.on };
    const outcome = compare({}, { step: "approved", grant });
    expect(outcome).toMatchObject({ state: "unchanged", change: { confirms: null } });
  });

  it("that is not here asks when it was decided, and goes by the archive's rule for its end", () => {
    expect(compare({}, {})).toMatchObject({ state: "changes", plan: null });
    const decided = compare({}, {}, { decidedOn: day("2026-11-02") });
    expect(fieldsOf(decided)).toEqual([
      "step: DAC review > Approved",
      "decidedOn: null > 2026-11-02",
      "endsOn: null > 2027-11-02",
    ]);
  });

  it("that by the rule is over asks until when it lasts", () => {
    const outcome = compare({}, {}, { decidedOn: day("2024-01-02") });
    expect(outcome).toMatchObject({
      plan: null,
      change: { questions: [{ about: "endsOn", required: true }] },
    });
    const lasting = compare({}, {}, { decidedOn: day("2024-01-02"), endsOn: day("2027-01-02") });
    expect(lasting).toMatchObject({ plan: { grant: { endsOn: "2027-01-02" } } });
  });

  it("whose time was over here is the next one", () => {
    const grant = { ...GRANT, endsOn: day("2026-11-01") };
    const outcome = compare({}, { step: "approved", grant }, { decidedOn: day("2026-10-30") });
    expect(fieldsOf(outcome)).toEqual([
      "decidedOn: 2026-03-02 > 2026-10-30",
      "endsOn: 2026-11-01 > 2027-10-30",
    ]);
  });

  it("that names another end moves it", () => {
    const approval = {
      decidedOn: null,
      startsOn: null,
      endsOn: day("2027-06-30"),
      openEnded: false,
    };
    const outcome = compare({ approval }, { step: "approved", grant: GRANT });
    expect(fieldsOf(outcome)).toEqual(["endsOn: 2027-03-02 > 2027-06-30"]);
    expect(outcome).toMatchObject({ plan: { moveEnd: { id: "g1", endsOn: "2027-06-30" } } });
  });

  it("without an end leaves the end that we know", () => {
    const approval = { decidedOn: null, startsOn: null, endsOn: null, openEnded: true };
    expect(fieldsOf(compare({ approval }, { step: "approved", grant: GRANT }))).toEqual([]);
  });

  it("that has run out asks for its last day, which lies before the day it was seen", () => {
    const expired = { approval: null, expired: true };
    expect(compare(expired, { step: "approved", grant: GRANT })).toMatchObject({ plan: null });
    const late = compare(expired, { step: "approved", grant: GRANT }, { endsOn: SEEN.on });
    expect(fieldsOf(late)).toMatch(/last day lies before/);
    const ended = compare(
      expired,
      { step: "approved", grant: GRANT },
      { endsOn: day("2026-11-01") },
    );
    expect(fieldsOf(ended)).toEqual(["endsOn: 2027-03-02 > 2026-11-01"]);
    const known = { ...GRANT, endsOn: day("2026-11-01") };
    expect(compare(expired, { step: "approved", grant: known })).toMatchObject({
      state: "unchanged",
    });
  });
});

describe("a statement about what is over", () => {
  const approval = {
    ...{ decidedOn: day("2024-05-13"), startsOn: null, openEnded: false },
    endsOn: day("2025-05-12"),
  };

  it.each([
    ["approved until a day that is past", false],
    ["expired, with its last day", true],
  ])("needs no answer that the source gives itself: %s", (_how, expired) => {
    const outcome = compare({ approval, expired }, null);
    expect(outcome).toMatchObject({
      plan: { grant: { decidedOn: "2024-05-13", endsOn: "2025-05-12" } },
    });
    const known = { step: "approved", grant: { ...GRANT, endsOn: null } };
    expect(compare({ approval, expired }, known)).toMatchObject({
      plan: { moveEnd: { id: "g1", endsOn: "2025-05-12" } },
    });
  });
});

describe("two statements about one thing", () => {
  const rejected = { step: null, status: "rejected" as const, approval: null };
  const review = { step: null, status: "in_review" as const, approval: null };

  it.each([
    ["known", {}],
    ["that asks first", { unitCode: "phs999999.c1" }],
  ])("contradict each other by their status alone, on a unit %s", (_how, about) => {
    const entries = [entry({ ...about, ...rejected }), entry({ ...about, ...review })];
    const rows = [...previewRows({ entries, refused: [] }, SEEN, state({}))];
    expect(rows[1]).toMatchObject({ state: "refused" });
    expect(rows[1]?.reason).toMatch(/contradicts/);
  });
});

describe("a statement about a step", () => {
  it("that cannot be told from ours changes nothing", () => {
    const outcome = compare({ step: "so_review", fits: ["dac_review"], approval: null }, {});
    expect(fieldsOf(outcome)).toEqual([]);
  });

  it("that lies further back is offered with a warning", () => {
    const outcome = compare({ step: "so_review", approval: null }, { step: "rejected" });
    expect(fieldsOf(outcome)).toEqual(["step: Rejected > SO review"]);
    expect(outcome).toMatchObject({ change: { warning: expect.stringMatching(/goes back/) } });
  });

  it.each(["rejected", "so_review"])("to %s is refused while an approval stands", (step) => {
    const outcome = compare({ step, approval: null }, { step: "approved", grant: GRANT });
    expect(fieldsOf(outcome)).toMatch(/while an approval stands here/);
  });

  it("to closed ends the approval", () => {
    const outcome = compare({ step: "closed", approval: null }, { step: "approved", grant: GRANT });
    expect(outcome).toMatchObject({ plan: { step: { to: "closed" }, endGrant: { id: "g1" } } });
  });

  it("from a day to come is refused", () => {
    expect(fieldsOf(compare({ on: day("2026-11-23") }, {}))).toMatch(/lies after the day/);
  });
});

describe("what a statement is about", () => {
  it("is a new request where the number is another one", () => {
    const outcome = compare({ requestNumber: "777" }, {}, { decidedOn: day("2026-11-02") });
    expect(fieldsOf(outcome)).toEqual(
      expect.arrayContaining(["request: null > dbGaP project 777", "item: null > phs000424.c1"]),
    );
  });

  it("is asked where a unit is in no catalogue", () => {
    const outcome = compare({ unitCode: "phs999001.c1" }, {});
    expect(outcome).toMatchObject({
      plan: null,
      change: { questions: [{ about: "unit", options: [{ value: "own:phs999001.c1" }] }] },
    });
  });

  it("is asked where several requests may be meant", () => {
    const item = {
      ...{ id: "i", unitId: "u1", personId: null, step: "draft", archiveNumber: null },
      ...{ stepSince: day("2026-10-01"), grant: null },
    };
    const request = (id: string, number: number) => ({
      ...{ id, number, archive: "dbgap", lifecycle: "dbgap-project", title: id },
      ...{ archiveNumber: null, version: 1, items: [item] },
    });
    const known = state(null, { requests: [request("a", 1), request("b", 2)] });
    const outcome = differ(entry(), {}, SEEN, known);
    expect(outcome).toMatchObject({ change: { questions: [{ about: "request" }] } });
  });

  it("keeps an account with the person it belongs to", () => {
    const people = [
      { id: "p1", name: "Ana", email: "ana@lab.example" },
      { id: "p2", name: "Bo", email: null },
    ];
    const known = state(null, {
      ...{ people, identities: [{ personId: "p2", scheme: "ega", key: "bo.lab" }] },
      units: [{ ...UNIT, archive: "ega", code: "EGAD00001002886" }],
    });
    const permission = entry({
      ...{ archive: "ega", unitCode: "EGAD00001002886", step: "granted", requestNumber: null },
      ...{ itemNumber: null, person: { name: null, email: "ana@lab.example", account: "Bo.Lab" } },
      approval: { decidedOn: day("2026-01-02"), startsOn: null, endsOn: null, openEnded: true },
    });
    expect(differ(permission, {}, SEEN, known)).toMatchObject({ plan: { person: { id: "p2" } } });
  });
});

describe("the lines of one source", () => {
  const preview = (entries: AccessEntry[]) => [
    ...[...previewRows({ entries, refused: [] }, SEEN, state({}))],
  ];

  it("that say the same twice count once; that contradict each other, the first counts", () => {
    const rejected = { step: "rejected", approval: null };
    const rows = preview([entry(rejected), entry(rejected), entry({ at: "row 3" })]);
    expect(rows.map((row) => row.state)).toEqual(["changes", "unchanged", "refused"]);
    expect(rows[2]?.reason).toMatch(/contradicts DAR 100001-1/);
  });

  it("are all accounted for", () => {
    const refused = [{ at: "row 9", text: "?", reason: "It cannot be read." }];
    const read = { entries: [entry(), entry({ archive: "nowhere" })], refused, notes: [] };
    const rows = [...previewRows(read, SEEN, state({}))];
    expect(rows.map(({ position, state: one }) => [position, one])).toEqual([
      ...[
        [1, "changes"],
        [2, "refused"],
        [3, "refused"],
      ],
    ]);
  });
});

it("a row is overtaken by another value, not by what became so in between", () => {
  const step = { field: "step", before: "SO review", after: "Approved" } as const;
  const number = { field: "requestNumber", before: null, after: "1" } as const;
  expect(isOvertaken([step, number], [step, number])).toBe(false);
  expect(isOvertaken([step, number], [step])).toBe(false);
  expect(isOvertaken([step], [{ ...step, before: "DAC review" }])).toBe(true);
  expect(isOvertaken([], [step])).toBe(true);
});

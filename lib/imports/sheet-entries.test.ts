import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Cell, Sheet } from "./sheet";
import { readSheet } from "./sheet-entries";
import { mappingProblems, proposeMapping, sheetMapping } from "./sheet-mapping";
import { statusOfWord } from "./sheet-words";

const sheetOf = (...rows: Cell[][]): Sheet => ({ name: "Access", rows, notes: [] });
const HEADER = [
  "Dataset",
  "Repository",
  "PI",
  "E-mail",
  "Status",
  "Approved on",
  "Expires",
  "Notes",
];

/** A team's list as it is found in the world. */
const MESSY = sheetOf(
  ["Our data access, please keep up to date!"],
  [],
  HEADER,
  [
    "phs000424.v9.p2.c1",
    "dbGaP",
    "Ana Ruiz",
    "ana@example.org",
    "approved",
    { day: "2026-03-14" as never },
    "14.03.2027",
    "",
  ],
  ["EGAD00001002886", "EGA", "Ana Ruiz", "", "In review", "", "", "mailed twice"],
  [
    "https://physionet.org/content/mimiciv/3.1/",
    "PhysioNet",
    "Bo Lind",
    "bo@example.org",
    "Granted",
    "2026-01-05",
    "no end",
    "",
  ],
  [],
  [
    "phs000007.c1; phs000007.c2",
    "dbGaP",
    "Ana Ruiz",
    "",
    "expired",
    "13.05.2024",
    "12.05.2025",
    "",
  ],
  [
    "phs000424.v9.p2.c1",
    "dbGaP",
    "Ana Ruiz",
    "ana@example.org",
    "approved",
    { day: "2026-03-14" as never },
    "14.03.2027",
    "",
  ],
  ["EGAD00001002887", "EGA", "Ana Ruiz", "", "approved", "2026-05-01", "2026-04-01", ""],
  ["EGAD00001002888", "EGA", "Ana Ruiz", "", "approved", "31.02.2026", "", ""],
  ["UK Biobank", "UKB", "Ana Ruiz", "", "approved", "", "", ""],
  ["EGAD00001002889", "EGA", { error: "#REF!" }, "", "approved", "", "", ""],
);

describe("a team's messy list", () => {
  const mapping = proposeMapping(MESSY);
  const read = readSheet(MESSY, mapping);

  it("has its header found and its columns guessed", () => {
    expect(mapping).toMatchObject({
      ...{ header: 2, dateOrder: "day_first", archive: null },
      columns: ["unit", "archive", "person", "email", "status", "decidedOn", "endsOn", "note"],
      statuses: { approved: "approved", "In review": "in_review", Granted: "approved" },
    });
    expect(mappingProblems(mapping)).toEqual([]);
    expect(sheetMapping.parse(mapping)).toEqual(mapping);
  });

  it("gives entries of three archives, two for a cell that names two data sets", () => {
    expect(read.entries.map(({ at, archive }) => [at, archive])).toEqual([
      ["row 4", "dbgap"],
      ["row 5", "ega"],
      ["row 6", "physionet"],
      ["row 8, data set 1", "dbgap"],
      ["row 8, data set 2", "dbgap"],
    ]);
    expect(read.entries[0]).toMatchObject({
      ...{ unitCode: "phs000424.c1", status: "approved", expired: false },
      approval: { decidedOn: "2026-03-14", endsOn: "2027-03-14", openEnded: false },
      person: { name: "Ana Ruiz", email: "ana@example.org", account: null },
    });
    expect(read.entries[2]).toMatchObject({
      unitCode: "mimiciv/3.1",
      approval: { openEnded: true },
    });
    expect(read.entries[3]).toMatchObject({ expired: true, approval: { endsOn: "2025-05-12" } });
  });

  it("says of each row that it does not take why not", () => {
    expect(read.refused.map(({ at, reason }) => [at, reason])).toEqual([
      ["row 9", "The same as row 4."],
      ["row 10", "Its end lies before its beginning; check both days."],
      ["row 11", "Column F: “31.02.2026” is no calendar day that can be read."],
      ["row 12", expect.stringContaining("“UKB” is none of the archives")],
      ["row 13", "Its column C holds #REF!, an error of the sheet's own formulas."],
    ]);
    expect(read.notes).toEqual([
      "Rows 1 to 2 stand above the names of the columns and were left out.",
      "One empty row was left out.",
    ]);
  });
});

test("people are taken as they can be stored: on one line, with an address in one spelling", () => {
  const sheet = sheetOf(
    HEADER,
    ["EGAD00001002886", "EGA", "Ana\nRuiz", "Ana@Example.org", "approved"],
    ["EGAD00001002887", "EGA", "Bo Lind", "asked by phone", "approved"],
    [`EGAD00001002888 ${"x".repeat(2_000)}`, "EGA", "Cy Park", "", "approved"],
  );
  const read = readSheet(sheet, proposeMapping(sheet));
  expect(read.entries.map(({ person }) => person)).toEqual([
    { name: "Ana Ruiz", email: "ana@example.org", account: null },
    { name: "Bo Lind", email: null, account: null },
  ]);
  expect(read.refused).toEqual([
    expect.objectContaining({ at: "row 4", reason: expect.stringContaining("several rows") }),
  ]);
});

test("words that every object has are read as words", () => {
  for (const word of ["constructor", "toString", "__proto__"]) {
    const sheet = sheetOf(["Dataset", "Status"], ["EGAD00001002886", word]);
    const read = readSheet(sheet, { ...proposeMapping(sheet), statuses: {} });
    expect(read.entries).toEqual([expect.objectContaining({ status: null })]);
  }
});

test("every row of any sheet is an entry, refused, or counted as empty", () => {
  const cell = fc.oneof(
    fc.constantFrom<Cell>(
      "phs000424.c1",
      "EGAD00001002886",
      "dbGaP",
      "approved",
      "1/2/2026",
      null,
      "",
    ),
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.boolean(),
    fc.constant<Cell>({ error: "#N/A" }),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 30 });
  fc.assert(
    fc.property(rows, (below) => {
      const sheet = sheetOf(HEADER, ...below);
      const read = readSheet(sheet, { ...proposeMapping(sheet), header: 0 });
      const told = new Set([
        ...read.entries.map(({ at }) => at.split(",")[0]),
        ...read.refused.map(({ at }) => at),
      ]);
      const [, empty = "0"] = /^(\d+|One) empty/m.exec(read.notes.join("\n")) ?? [];
      expect(told.size + (empty === "One" ? 1 : Number(empty))).toBe(below.length);
    }),
  );
});

it.each([
  ["Approved (NHLBI)", "approved"],
  ["DAC review", "in_review"],
  ["Rev. requested", "changes_requested"],
  ["Zurückgezogen", "withdrawn"],
  ["constructor", null],
  ["", null],
])("reads the status “%s”", (word, status) => {
  expect(statusOfWord(word)).toBe(status);
});

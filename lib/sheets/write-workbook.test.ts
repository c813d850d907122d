import { CFB, read, utils, type WorkBook } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../dates/day";
import type { ExportColumn } from "../lists/export-sheet";
import { readWorkbook } from "./read-workbook";
import { writeWorkbook } from "./write-workbook";

interface Row {
  name: string;
  count: number | null;
  endsOn: Day | null;
}

const COLUMNS: ExportColumn<Row>[] = [
  { of: "name", header: "Name", kind: "text", value: ({ name }) => name },
  { of: "count", header: "Requests", kind: "number", value: ({ count }) => count },
  { of: "ends", header: "Ends", kind: "day", value: ({ endsOn }) => endsOn },
];
const ABOUT = { name: "About", lines: [["Filter", "archive:ega"] as const] };

const write = (rows: readonly Row[], name = "People") =>
  writeWorkbook({ name, columns: COLUMNS, rows }, ABOUT);

const rowsOf = (book: WorkBook, at = 0) =>
  utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[at] ?? ""] ?? {}, {
    ...{ header: 1, raw: true, defval: null },
  });

/** The day of a serial number as spreadsheets reckon it. */
const serialOf = (endsOn: Day) =>
  Math.round((Date.parse(endsOn) - Date.parse("1899-12-30")) / 86_400_000);

describe("a list as a workbook", () => {
  it("is read back as it was: texts, numbers and days", () => {
    const row = fc.record({
      name: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 }),
      count: fc.option(fc.nat(10_000)),
      endsOn: fc.option(fc.nat(40_000).map((days) => addDays(day("1990-01-01"), days))),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const [header, ...read_] = rowsOf(read(write(rows)));
        expect(header).toEqual(["Name", "Requests", "Ends"]);
        expect(read_).toEqual(
          rows.map(({ name, count, endsOn }) => [name, count, endsOn && serialOf(endsOn)]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("holds days that Gatebook's own import takes for days", async () => {
    const file = write([{ name: "Ana", count: 2, endsOn: day("2028-02-29") }]);
    const [people, about] = await readWorkbook(file);
    expect(people?.rows).toEqual([
      ["Name", "Requests", "Ends"],
      ["Ana", 2, { day: "2028-02-29" }],
    ]);
    expect(about?.rows).toEqual([["Filter", "archive:ega"]]);
  });

  it("runs no text as a formula", () => {
    const book = read(write([{ name: "=HYPERLINK(1)", count: 0, endsOn: null }]));
    expect(book.Sheets.People?.A2).toMatchObject({ t: "s", v: "=HYPERLINK(1)" });
    expect(book.Sheets.People?.A2).not.toHaveProperty("f");
  });

  it("keeps its header in view, can be filtered and has columns as wide as their words", () => {
    const file = write([{ name: "x".repeat(200), count: 1, endsOn: null }]);
    const container: unknown = CFB.read(file, { type: "buffer" });
    const xml = String(CFB.find(container, "/xl/worksheets/sheet1.xml").content);
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"\/>/);
    expect(xml).toContain('<autoFilter ref="A1:C2"');
    const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, wide]) => Number(wide));
    expect(widths.map(Math.floor)).toEqual([60, 10, 8]);
  });

  it("takes any name for its sheet, and no rows at all", () => {
    const book = read(write([], `Anträge/Requests: ${"x".repeat(40)}`));
    expect(book.SheetNames[0]).toHaveLength(31);
    expect(rowsOf(book)).toEqual([["Name", "Requests", "Ends"]]);
  });

  it("writes 10 000 rows in less than 200 MB of memory", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      ...{ name: `Person ${at} of a team with a longer name`, count: at },
      endsOn: addDays(day("2026-01-01"), at % 900),
    }));
    const before = process.memoryUsage().rss;
    expect(rowsOf(read(write(rows)))).toHaveLength(10_001);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(200);
  });
});

import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../errors";
import { readWorkbook } from "./read-workbook";

const text = (value: string) => new TextEncoder().encode(value);

function workbook(
  cells: unknown[][],
  change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => {},
) {
  const sheet = utils.aoa_to_sheet(cells, { UTC: true });
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Access");
  return new Uint8Array(write(book, { type: "buffer", compression: true }));
}

test("a workbook gives days, the values of formulas and errors, and fills merged cells", async () => {
  const bytes = workbook(
    [
      ["PI", "Data set", "Until", "Days"],
      ["Ana", "phs000424", new Date("2027-03-14T00:00:00Z"), 1],
      [null, "phs000007", new Date("2028-02-29T00:00:00Z"), 2],
    ],
    (sheet) => {
      sheet["!merges"] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
      sheet.D2 = { t: "n", v: 113, f: "C2-TODAY()" };
      sheet.D3 = { t: "e", v: 0x17, w: "#REF!" };
    },
  );
  const [sheet] = await readWorkbook(bytes);
  expect(sheet?.rows).toEqual([
    ["PI", "Data set", "Until", "Days"],
    ["Ana", "phs000424", { day: "2027-03-14" }, 113],
    ["Ana", "phs000007", { day: "2028-02-29" }, { error: "#REF!" }],
  ]);
  expect(sheet?.notes).toHaveLength(2);
});

test("CSV is read with its own separator, quotes and line breaks, in UTF-8, UTF-16 or Latin-1", async () => {
  const csv = 'Name;Ende\r\n"Müller; Ana";"14.03.2027"\r\n"two\nlines";\r\n';
  const rows = [
    ["Name", "Ende"],
    ["Müller; Ana", "14.03.2027"],
    ["two\nlines", ""],
  ];
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(csv, "utf16le")]);
  for (const bytes of [text(csv), text(`\uFEFF${csv}`), utf16]) {
    expect(await readWorkbook(bytes)).toEqual([{ name: "CSV", rows, notes: [] }]);
  }
  const [latin] = await readWorkbook(new Uint8Array(Buffer.from(csv, "latin1")));
  expect(latin).toMatchObject({ rows, notes: [expect.stringContaining("Latin-1")] });
});

test("50 000 rows are read whole", async () => {
  const lines = Array.from({ length: 50_000 }, (_, row) => `phs${row},approved,2026-03-14`);
  const [sheet] = await readWorkbook(text(lines.join("\n")));
  expect(sheet?.rows).toHaveLength(50_000);
  expect(sheet?.rows.at(-1)).toEqual(["phs49999", "approved", "2026-03-14"]);
});

test.each([
  ["more than 60,000 rows", text("a,b\n".repeat(60_002)), "60,000 rows"],
  ["nothing", text(""), "no rows"],
  ["empty cells alone", text(",,\n,,\n"), "no rows"],
  ["a cut-off workbook", workbook([["a", "b"]]).slice(0, 900), "cannot be read"],
  ["too many bytes", new Uint8Array(21 * 1024 * 1024), "20 MB"],
])("%s is refused with a sentence", async (_, bytes, words) => {
  await expect(readWorkbook(bytes)).rejects.toThrow(words);
});

test("whatever bytes come, they are rows or a sentence", async () => {
  const zip = fc
    .uint8Array({ maxLength: 300 })
    .map((rest) => new Uint8Array([0x50, 0x4b, 3, 4, ...rest]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), zip), async (bytes) => {
      const read = await readWorkbook(bytes).catch((error: unknown) => error);
      expect(Array.isArray(read) || read instanceof AppError).toBe(true);
    }),
    { numRuns: 8 },
  );
}, 60_000);

import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvPieces, type ExportColumn, exportedColumns } from "./export-sheet";
import { REQUEST_LIST } from "./requests";

type Row = readonly string[];
const column = (at: number): ExportColumn<Row> => ({
  ...{ of: "request", header: `Column ${at}`, kind: "text" },
  value: (row) => row[at] ?? null,
});

async function fileOf(columns: readonly ExportColumn<Row>[], batches: readonly Row[][]) {
  async function* all() {
    yield* batches;
  }
  let file = "";
  for await (const piece of csvPieces(columns, all())) file += piece;
  return file;
}

describe("a list as CSV", () => {
  it("is read back as it was, whatever stands in its cells, in however many batches", async () => {
    const text = fc
      .string({ unit: "grapheme" })
      .filter((value) => !/^[=+\-@\t\r\n＝＋－＠]/.test(value));
    const row = fc.array(text, { minLength: 3, maxLength: 3 });
    const columns = [column(0), column(1), column(2)];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row)), async (batches) => {
        const file = await fileOf(columns, batches);
        expect(file.startsWith("\ufeff")).toBe(true);
        const { data } = Papa.parse<string[]>(file.slice(1), { newline: "\r\n" });
        const header = columns.map(({ header }) => header);
        expect(data).toEqual([header, ...batches.flat(), [""]]);
      }),
    );
  });

  it("runs no cell as a formula", async () => {
    const file = await fileOf([column(0)], [[["=1+1"], ["@SUM(A1)"], ["-2"]]]);
    expect(file).toContain(`"'=1+1"\r\n"'@SUM(A1)"\r\n"'-2"\r\n`);
  });
});

describe("the columns of a file", () => {
  const columns: ExportColumn<Row>[] = REQUEST_LIST.columns.flatMap(({ id }) =>
    ["", " again"].map((more) => ({ ...column(0), of: id, header: id + more })),
  );
  const names = (chosen: string[] | null) =>
    exportedColumns(REQUEST_LIST, chosen, columns).map(({ header }) => header);

  it("are those that the list shows", () => {
    expect(names(null)).not.toContain("owner");
    expect(names(["owner", "ends"])).toEqual([
      ...["request", "request again", "ends", "ends again", "owner", "owner again"],
    ]);
  });
});

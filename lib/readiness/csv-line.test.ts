import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine } from "./csv-line";

it("quotes every cell, and quotes within", () => {
  expect(csvLine(["a", 'b "c"', "d, e", "f\ng"])).toBe('"a","b ""c""","d, e","f\ng"\r\n');
});

it.each(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\n=x", "＝1", "＋1", "－1", "＠x"])(
  "never lets %j run as a formula",
  (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
  },
);

it("keeps what was written, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (cell) => {
      const written = csvLine([cell]).slice(1, -3).replaceAll('""', '"');
      expect([cell, `'${cell}`]).toContain(written);
    }),
  );
});

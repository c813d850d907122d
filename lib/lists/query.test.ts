import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, valuesOf, withValues, writeQuery } from "./query";
import { REQUEST_LIST } from "./requests";

const parse = (text: string) => parseQuery(REQUEST_LIST, text);

/** Text with all that the language is made of, so that most of it nearly is a query. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...["archive", "member", "ends", "nothing", ":", ",", '"', "\\", " ", "-", "<", "60d"],
        ...["ega", "dbgap", "Ana", "2026-12", "past", "\0", "\n", "ü", "me", "needs"],
      ),
      { maxLength: 24 },
    )
    .map((pieces) => pieces.join("")),
);

describe("reading a search", () => {
  it("reads fields with several values, negation, days, text in quotation marks and free words", () => {
    const text =
      'archive:ega,dbgap -status:closed ends:<60d member:"Ana Ruiz",bo lung "exact words"';
    expect(parse(text)).toEqual({
      clauses: [
        { field: "archive", isNot: false, values: ["ega", "dbgap"] },
        { field: "status", isNot: true, values: ["closed"] },
        { field: "ends", isNot: false, values: ["<60d"] },
        { field: "member", isNot: false, values: ["Ana Ruiz", "bo"] },
      ],
      words: ["lung", "exact words"],
      problems: [],
    });
  });

  it("looks for forty values and words at most, and says where it stops", () => {
    const words = Array.from({ length: 30 }, (_, at) => `word${at}`);
    const most = parse(`${words.join(" ")} member:${words.slice(0, 10).join(",")}`);
    expect([most.words.length, most.clauses.length, most.problems]).toEqual([30, 1, []]);
    const more = parse(`${words.join(" ")} member:${words.slice(0, 11).join(",")} archive:ega`);
    expect([more.words.length, more.clauses]).toEqual([30, []]);
    expect(more.problems).toMatchObject([{ code: "too_much", from: words.join(" ").length + 1 }]);
  });

  it("takes fields and codes in any case, and text as it is typed", () => {
    expect(parse("Archive:EGA MEMBER:Ana ENDS:<60D").clauses).toEqual([
      { field: "archive", isNot: false, values: ["ega"] },
      { field: "member", isNot: false, values: ["Ana"] },
      { field: "ends", isNot: false, values: ["<60d"] },
    ]);
  });

  it("tells a field that it does not know, and where it stands", () => {
    const { clauses, problems } = parse("lung arcive:ega");
    expect(clauses).toEqual([]);
    expect(problems).toEqual([{ code: "unknown_field", from: 5, to: 15, text: "arcive" }]);
  });

  it("keeps the values that it knows beside one that it does not", () => {
    const { clauses, problems } = parse("archive:ega,sra");
    expect(clauses).toEqual([{ field: "archive", isNot: false, values: ["ega"] }]);
    expect(problems).toEqual([
      { code: "unknown_value", from: 12, to: 15, text: "sra", field: "archive" },
    ]);
  });

  it.each([
    ["ends:soon", "not_a_day"],
    ["ends:<60x", "not_a_day"],
    ["ends:2026-13", "not_a_day"],
    ["ends:2026-02-30", "not_a_day"],
    ["archive:", "no_value"],
    ['member:""', "no_value"],
    ['member:"Ana', "open_quote"],
  ])("tells that %s cannot be read", (text, code) => {
    expect(parse(text).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it("takes numbers with a colon, and words with a hyphen, as words", () => {
    expect(parse("12:30 GB-12 -x").words).toEqual(["12:30", "GB-12", "-x"]);
  });
});

describe("writing a search", () => {
  it("means the same when it is read again, whatever was typed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { clauses, words, problems } = parse(text);
        const written = writeQuery({ clauses, words });
        expect(parse(written)).toEqual({ clauses, words, problems: [] });
        for (const { from, to } of problems) {
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("writes any words and any name so that they are read as such", () => {
    const word = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .map((text) => text.replaceAll("\0", "").trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), word, (names, free) => {
        const clauses = [{ field: "member", isNot: true, values: names }];
        const query = { clauses, words: [free] };
        expect(parse(writeQuery(query))).toEqual({ ...query, problems: [] });
      }),
    );
  });

  it("puts other values of a field in place of all that was said of it", () => {
    const query = parse("status:draft -status:closed archive:ega lung");
    expect(writeQuery(withValues(query, "status", ["approved"]))).toBe(
      "archive:ega status:approved lung",
    );
    expect(writeQuery(withValues(query, "status", []))).toBe("archive:ega lung");
    expect(valuesOf(query, "status")).toEqual(["draft"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completions } from "./complete";
import { parseQuery } from "./query";
import { REQUEST_LIST } from "./requests";

const KNOWN = {
  member: [{ value: "me", label: "Me" }, { value: "Ana Ruiz" }, { value: "Bo Lind" }],
  archive: [{ value: "ega", label: "EGA" }],
};

function offered(text: string, caret = text.length) {
  return completions(REQUEST_LIST, text, caret, KNOWN).options.map(({ insert }) => insert);
}

/** The text after the first offer was taken. */
function taken(text: string): string {
  const { from, to, options } = completions(REQUEST_LIST, text, text.length, KNOWN);
  return text.slice(0, from) + (options[0]?.insert ?? "") + text.slice(to);
}

describe("completing a search", () => {
  it("offers the fields where a new piece begins, and those that begin as it does", () => {
    expect(offered("")).toContain("archive:");
    expect(offered("archive:ega ")).toContain("ends:");
    expect(offered("ar")).toEqual(["archive:"]);
    expect(offered("-ar")).toEqual(["-archive:"]);
  });

  it("offers the values of a field by code and by any word of their label", () => {
    expect(offered("archive:e")).toEqual(["ega"]);
    expect(offered("member:rui")).toEqual(['"Ana Ruiz"']);
    expect(offered("ends:")).toContain("<60d");
    expect(offered("waiting:")).toContain(">30d");
  });

  it("puts a value in the place of what was begun, after those that were chosen", () => {
    expect(taken("archive:ega,db")).toBe("archive:ega,dbgap");
    expect(taken('lung member:"ana')).toBe('lung member:"Ana Ruiz"');
    expect(offered("archive:ega,e")).not.toContain("ega");
  });

  it("offers nothing that cannot be read, for any text and any caret", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'arem :,"-<6d\\'), maxLength: 30 }),
        fc.nat({ max: 30 }),
        (text, caret) => {
          const at = Math.min(caret, text.length);
          const { from, to, options } = completions(REQUEST_LIST, text, at, KNOWN);
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
          for (const { field, value, insert } of options) {
            if (!value) continue;
            const clause = parseQuery(REQUEST_LIST, `${field}:${insert}`);
            expect(clause.problems).toEqual([]);
          }
        },
      ),
    );
  });
});

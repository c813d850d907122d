import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { changeableFunctions, headFunction, withPerson } from "./people";

const sections = (code: string) => {
  const archive = archiveByCode(code);
  return archive?.sections(archive.lifecycles[0]?.id ?? "") ?? [];
};

describe("people of a live approval", () => {
  test("have a head where the archive grants to a project, and functions that change beside it", () => {
    expect(ARCHIVES.map(({ code }) => [code, headFunction(sections(code))])).toEqual(
      expect.arrayContaining([
        ["dbgap", "pi"],
        ["ega", "applicant"],
        ["physionet", null],
      ]),
    );
    expect(changeableFunctions(sections("dbgap"))).toContain("downloader");
    expect(changeableFunctions(sections("dbgap"))).not.toContain("pi");
    expect(changeableFunctions(sections("physionet"))).toEqual([]);
  });

  test("who joins and leaves again leaves the answers as they were, whoever else is there", () => {
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 5 });
    fc.assert(
      fc.property(ids, fc.uuid(), (others, personId) => {
        fc.pre(!others.includes(personId));
        const change = { personId, function: "internal_collaborator" } as const;
        const form = sections("dbgap");
        const before = withPerson(form, {}, { ...change, effect: "remove" });
        const [field = ""] = Object.keys(before);
        const start = { title: "Sepsis", [field]: others };
        const joined = withPerson(form, start, { ...change, effect: "add" });
        expect(joined[field]).toEqual([...others, personId]);
        expect(withPerson(form, joined, { ...change, effect: "add" })).toEqual(joined);
        expect(withPerson(form, joined, { ...change, effect: "remove" })).toEqual(start);
      }),
    );
  });

  test("a question for one person is given the new one; taking off another changes nothing", () => {
    const form = sections("ega");
    const head = { function: "applicant", effect: "add" } as const;
    const ana = withPerson(form, {}, { ...head, personId: "ana" });
    const [field = ""] = Object.keys(ana);
    expect(ana).toEqual({ [field]: "ana" });
    expect(withPerson(form, ana, { ...head, personId: "bo" })).toEqual({ [field]: "bo" });
    const gone = { function: "applicant", effect: "remove" } as const;
    expect(withPerson(form, ana, { ...gone, personId: "bo" })).toEqual(ana);
    expect(withPerson(form, ana, { ...gone, personId: "ana" })).toEqual({ [field]: "" });
  });
});

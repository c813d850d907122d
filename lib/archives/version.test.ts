import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARCHIVES, archiveByCode } from "./index";
import { compareNumbers, type VersionedUnit } from "./version";

const unit = (code: string, more: Partial<VersionedUnit> = {}): VersionedUnit => ({
  ...{ code, version: null, accessClass: "credentialed", policy: null, ...more },
});
const rules = (code: string) => {
  const archive = archiveByCode(code);
  if (!archive) throw new Error(code);
  return archive.versions;
};

describe("which of two is newer", () => {
  test.each([
    ["physionet", "mimiciv/2.2", "mimiciv/3.1", -1],
    ["physionet", "mimiciv/3.10", "mimiciv/3.9", 1],
    ["physionet", "mimiciv/3.1", "mimiciv/3.1.0", 0],
    ["physionet", "mimiciv/3.1", "mimiciv/3.1.1", -1],
    ["physionet", "mimiciv/3.1", "mimiciii/1.4", null],
    ["dbgap", "phs000007.v35.p16.c1", "phs000007.v36.p16.c1", -1],
    ["dbgap", "phs000007.v35.p16.c1", "phs000007.v35.p17.c1", -1],
    ["dbgap", "phs000007.v35.p16.c1", "phs000007.v36.p16.c2", null],
    ["dbgap", "phs000007.v35.p16.c1", "phs000008.v36.p16.c1", null],
    ["dbgap", "nothing", "phs000008.v36.p16.c1", null],
    ["ega", "EGAD00001002886", "EGAD00001002887", null],
    ["ega", "EGAD00001002886", "egad00001002886", 0],
  ])("%s: %s and %s", (archive, a, b, sign) => {
    const compared = rules(archive).compare(unit(a), unit(b));
    expect(compared === null ? null : Math.sign(compared)).toBe(sign);
  });

  test("dbGaP's version may stand beside the code, as the catalogue has it", () => {
    const { compare } = rules("dbgap");
    const known = unit("phs000007.c1", { version: "v35.p16" });
    expect(compare(known, unit("phs000007.v36.p17.c1", { version: "v36.p17" }))).toBeLessThan(0);
    expect(compare(known, unit("phs000007.v35.p16.c1"))).toBe(0);
  });

  test("numbers compare as numbers: an order in which every two have a place", () => {
    const parts = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, parts, (a, b, c) => {
        expect(compareNumbers(a, a)).toBe(0);
        expect(Math.sign(compareNumbers(a, b))).toBe(0 - Math.sign(compareNumbers(b, a)));
        const [low = [], middle = [], high = []] = [a, b, c].sort(compareNumbers);
        expect(compareNumbers(low, middle)).toBeLessThanOrEqual(0);
        expect(compareNumbers(middle, high)).toBeLessThanOrEqual(0);
        expect(compareNumbers(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("what a newer version asks", () => {
  test.each([
    ["physionet", "mimiciv/2.2", "mimiciv/3.1", "credentialed", "sign_again"],
    ["physionet", "a/1.0", "a/1.1", "click_through_dua", "sign_again"],
    ["physionet", "a/1.0", "a/1.1", "controlled", "new_request"],
    ["physionet", "a/1.0", "a/1.1", "open", "nothing"],
    ["dbgap", "phs000007.c1", "phs000007.v36.p17.c1", "controlled", "nothing"],
    ["dbgap", "phs000007.c1", "phs000007.v36.p17.c2", "controlled", "new_request"],
    ["dbgap", "phs000007.c1", "phs000009.v36.p17.c1", "controlled", "new_request"],
    ["ega", "EGAD00001002886", "EGAD00001002887", "controlled", "new_request"],
  ])("%s: after %s, %s (%s) asks for %s", (archive, older, newer, accessClass, effect) => {
    const said = rules(archive).effect(unit(older), unit(newer, { accessClass }));
    expect(said.effect).toBe(effect);
    expect(said.sentence).toMatch(/\.$/);
    expect(said.source.length).toBeGreaterThan(5);
  });
});

describe("what somebody types as the newer version", () => {
  test.each([
    ["physionet", "mimiciv/3.1", "3.2", "mimiciv/3.2", "3.2"],
    [
      "physionet",
      "mimiciv/3.1",
      "https://physionet.org/content/mimiciv/3.2/",
      "mimiciv/3.2",
      "3.2",
    ],
    ["dbgap", "phs000007.c1", "v36.p17", "phs000007.v36.p17.c1", "v36.p17"],
    ["dbgap", "phs000007.c1", "PHS000007.v36.p17.c2", "phs000007.v36.p17.c2", "v36.p17"],
    ["ega", "EGAD00001002886", "egad00001002887", "EGAD00001002887", null],
  ])("%s, %s: %j", (archive, older, typed, code, version) => {
    expect(rules(archive).read(typed, unit(older))).toEqual({ ok: true, code, version });
  });

  test.each([
    ["physionet", "mimiciv/3.1", "three"],
    ["physionet", "mimiciv/3.1", "0.0"],
    ["physionet", "mimiciv/3.1", "mimiciii/1.4"],
    ["dbgap", "phs000007.c1", "phs000007"],
    ["dbgap", "phs000007.c1", "phs000007.c1"],
    ["dbgap", "phs000007.c1", "36"],
    ["ega", "EGAD00001002886", "EGAS00001002886"],
    ["ega", "EGAD00001002886", ""],
  ])("%s, %s: %j is refused with a sentence", (archive, older, typed) => {
    const read = rules(archive).read(typed, unit(older));
    expect(read).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) });
  });

  test("the example that is shown can be typed, and is newer where order is known", () => {
    const known = [
      ["physionet", unit("mimic-cxr/2.1.0", { version: "2.1.0" })],
      ["dbgap", unit("phs000007.c1", { version: "v35.p16" })],
      ["ega", unit("EGAD00001002886")],
    ] as const;
    expect(known.map(([code]) => code).toSorted()).toEqual(
      ARCHIVES.map(({ code }) => code).toSorted(),
    );
    for (const [code, older] of known) {
      const { read, example, compare } = rules(code);
      const answer = read(example(older), older);
      expect(answer.ok).toBe(true);
      if (!answer.ok) continue;
      expect(
        compare(older, unit(answer.code, { version: answer.version })) ?? 0,
      ).toBeLessThanOrEqual(0);
    }
  });
});

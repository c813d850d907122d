import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress } from "./address";
import { addressField } from "./address-field";

describe("an e-mail address", () => {
  it.each([
    ["Ana.Silva@Lab.Example.ORG", "ana.silva@lab.example.org"],
    ["  ana+gate@lab.example.org ", "ana+gate@lab.example.org"],
    ["o'brien@uni.ie", "o'brien@uni.ie"],
    ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
  ])("%s is kept as %s", (typed, stored) => {
    expect(parseAddress(typed)).toBe(stored);
  });

  it.each([
    "",
    "ana",
    "@lab.test",
    "ana@",
    "ana@lab",
    "a@b@lab.test",
    "a@lab.test, b@evil.test",
    "a@lab.test;b@evil.test",
    "a@lab.test b@evil.test",
    "Team: a@lab.test, b@evil.test;",
    "Ana <a@lab.test>",
    '"a b"@lab.test',
    "a@lab.test(x).evil.test",
    "a@lab.test＠evil.test",
    "ａ@lab.test",
    "a@läb.test",
    "a@lab.test\r\nBcc: b@evil.test",
    "a@lab.test\u0000",
    "a\u202e@lab.test",
    "a..b@lab.test",
    ".a@lab.test",
    "a@-lab.test",
    "a@lab..test",
    "a@lab.test.",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    `${"a".repeat(65)}@lab.test`,
    `a@${"b".repeat(63)}.${"b".repeat(63)}.${"b".repeat(63)}.${"b".repeat(63)}.test`,
    // The Kelvin sign, which lower-casing would turn into a k.
    "\u212aim@lab.test",
    "a\r\n@lab.test",
  ])("%j is refused", (text) => {
    expect(parseAddress(text)).toBeNull();
    expect(addressField.safeParse(text).success).toBe(false);
  });

  it("is stable: what is stored is read back unchanged", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const stored = parseAddress(typed);
        if (stored !== null) expect(parseAddress(stored)).toBe(stored);
      }),
    );
  });

  it("never holds anything but printable ASCII and exactly one @", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (noise) => {
        const stored = parseAddress(`a${noise}@lab.test`);
        if (stored !== null) expect(stored).toMatch(/^[!-?A-~]+@[!-?A-~]+$/);
      }),
    );
  });
});

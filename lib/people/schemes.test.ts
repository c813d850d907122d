import { describe, expect, it } from "vitest";
import { IDENTITY_SCHEMES, schemeById } from "./schemes";

/** What `normalise` makes of a text that the pattern takes; null for one that is refused. */
function keyOf(id: string, text: string): string | null {
  const scheme = schemeById(id);
  if (!scheme || !new RegExp(scheme.pattern, "u").test(text.trim())) return null;
  return scheme.normalise(text);
}

describe("the kinds of account", () => {
  it("are each named once and found by id", () => {
    const ids = IDENTITY_SCHEMES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual([
      "aws",
      "ega",
      "era_commons",
      "google_cloud",
      "login_gov",
      "orcid",
      "physionet",
    ]);
    for (const scheme of IDENTITY_SCHEMES) expect(schemeById(scheme.id)).toBe(scheme);
    expect(schemeById("nobody")).toBeUndefined();
  });

  it.each(IDENTITY_SCHEMES)("$id takes its own example, and guides with a source", (scheme) => {
    expect(keyOf(scheme.id, scheme.example)).not.toBeNull();
    expect(scheme.guidance).toMatch(/^[A-Z].*\.$/);
    expect(scheme.source.trim()).not.toBe("");
    expect(URL.canParse(scheme.url)).toBe(true);
  });

  it.each(IDENTITY_SCHEMES)("$id takes its key as the same account", (scheme) => {
    const key = scheme.normalise(scheme.example) ?? "";
    expect(scheme.normalise(key)).toBe(key);
    expect(scheme.normalise(` ${key} `)).toBe(key);
  });

  it.each(IDENTITY_SCHEMES)("$id reads a very long text at once", ({ pattern }) => {
    const expression = new RegExp(pattern, "u");
    const since = performance.now();
    for (const part of ["a", "1", "-", "@", "a@", "0000-", "."]) {
      expression.test(part.repeat(100_000));
      expression.test(`jane${part.repeat(100_000)}!`);
    }
    expect(performance.now() - since).toBeLessThan(500);
  });

  it.each([
    ["physionet", "Jane-Doe", "jane-doe"],
    ["physionet", "1jane", null],
    ["physionet", "ana", null],
    ["era_commons", "jdoe.lab", "JDOE.LAB"],
    ["era_commons", "jdoe", null],
    ["era_commons", "jane doe", null],
    ["ega", "Jane.Doe@lab.example.org", "jane.doe@lab.example.org"],
    ["ega", "j", null],
    ["orcid", "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"],
    ["orcid", "0000-0002-1825-0098", null],
    ["google_cloud", "Jane@Lab.example.org", "jane@lab.example.org"],
    ["google_cloud", "jane", null],
    ["aws", "1234-5678-9012", "123456789012"],
    ["aws", "12345678901", null],
  ])("the %s account %j has the key %j", (id, text, key) => {
    expect(keyOf(id, text)).toBe(key);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readOrcid } from "./orcid";

test.each([
  ["0000-0002-1825-0097", "0000-0002-1825-0097"],
  [" https://orcid.org/0000-0002-1694-233x ", "0000-0002-1694-233X"],
  ["http://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700"],
])("%j is the iD %s", (text, id) => {
  expect(readOrcid(text)).toBe(id);
});

test.each([
  "0000-0002-1825-0098",
  "0000-0002-1852-0097",
  "0000000218250097",
  "0000-0002-1825-009",
  "https://orcid.org.example/0000-0002-1825-0097",
  "",
])("%j is none", (text) => {
  expect(readOrcid(text)).toBeNull();
});

test("one wrong digit is always seen", () => {
  const digit = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.constantFrom(0, 3, 5, 8, 10, 13, 17), digit, (place, other) => {
      const id = "0000-0002-1825-0097";
      const changed = `${id.slice(0, place)}${other}${id.slice(place + 1)}`;
      expect(readOrcid(changed)).toBe(changed === id ? id : null);
    }),
  );
});

import { describe, expect, test } from "vitest";
import { linkOf, type OutputFields, outputForm } from "./output";

const typed: OutputFields = {
  kind: "publication",
  title: "Genes of age",
  reference: "10.1000/xyz",
  on: "2026-05-03",
  requestIds: ["11111111-1111-4111-8111-111111111111"],
};
const read = (change: Partial<OutputFields>) => outputForm.safeParse({ ...typed, ...change });
const problem = (change: Partial<OutputFields>) => read(change).error?.issues[0]?.path[0];

describe("an output", () => {
  test.each([
    ["10.1000/XYZ", "10.1000/xyz"],
    ["doi:10.1000/xyz", "10.1000/xyz"],
    ["https://doi.org/10.1000/xyz", "10.1000/xyz"],
    ["http://dx.doi.org/10.1000/xyz", "10.1000/xyz"],
    ["https://lab.example.org/paper", "https://lab.example.org/paper"],
    ["ASHG annual meeting, Boston", "ASHG annual meeting, Boston"],
    ["", ""],
  ])("is found at %s, kept as %s", (reference, kept) => {
    expect(read({ reference }).data?.reference).toBe(kept);
  });

  test.each(["10.1000", "doi:xyz", "https://doi.org/", "https://", "http:paper"])(
    "is not found at %s",
    (reference) => expect(problem({ reference })).toBe("reference"),
  );

  test("has a title, a real day and a request that it rests on", () => {
    expect(problem({ title: " " })).toBe("title");
    expect(problem({ on: "2026-02-30" })).toBe("on");
    expect(problem({ requestIds: [] })).toBe("requestIds");
  });
});

test("a DOI and an address lead somewhere, a meeting does not", () => {
  expect(linkOf("10.1000/xyz")).toBe("https://doi.org/10.1000/xyz");
  expect(linkOf("https://lab.example.org/")).toBe("https://lab.example.org/");
  expect(linkOf("ASHG annual meeting")).toBeNull();
  expect(linkOf("javascript:alert(1)")).toBeNull();
});

import { expect, it } from "vitest";
import { fitFilter } from "./fit-filter";
import { fitQuery } from "./fit-query";

const ID = "0199c1f0-0000-7000-8000-000000000001";

it("the filter of fits is read from the address that it writes", () => {
  const filter = {
    purpose: ID,
    verdict: "ask",
    archive: "ega",
    q: "breast cancer",
    page: 2,
  } as const;
  expect(fitFilter.parse(Object.fromEntries(new URLSearchParams(fitQuery(filter))))).toEqual(
    filter,
  );
  expect(fitQuery({ page: 1 })).toBe("");
});

it("whatever cannot be read in the address filters nothing", () => {
  const junk = { purpose: "x", verdict: "maybe", archive: "A B", q: "\0\u202e", page: "-1" };
  expect(fitFilter.parse(junk)).toEqual({ page: 1 });
  expect(fitFilter.parse({ q: "x".repeat(201) })).toEqual({ page: 1 });
  expect(fitFilter.parse({ q: ["GTEx", "b"], verdict: ["fits"] })).toMatchObject({
    q: "GTEx",
    verdict: "fits",
  });
});

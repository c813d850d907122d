import { expect, it } from "vitest";
import { agreementFilter } from "./filter";

it("takes archives that there are and cursors, and nothing else, from the address", () => {
  const after = "11111111-1111-4111-8111-111111111111";
  expect(agreementFilter.parse({ archive: ["ega", "dbgap"], after, x: "1" })).toEqual({
    ...{ archive: "ega", after },
  });
  expect(agreementFilter.parse({ archive: "dryad", after: "' or 1=1" })).toEqual({});
});

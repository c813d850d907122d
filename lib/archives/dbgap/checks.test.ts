import { describe, expect, test } from "vitest";
import { checkProject } from "./checks";

const item = (consentCode: string | null) => ({
  id: "a",
  answers: {},
  unit: { code: "phs000007.c1", accessClass: "controlled", policy: null, consentCode },
});

describe("what a consent code asks may not be denied", () => {
  test.each([
    [
      "HMB-IRB-NPU-MDS",
      { irbAsked: "no", notForProfitAsked: "no" },
      ["irbAsked", "notForProfitAsked"],
    ],
    ["DS-CVD-COL", { collaborationAsked: "no", irbAsked: "no" }, ["collaborationAsked"]],
    ["HMB-IRB", { irbAsked: "yes" }, []],
    ["GRU", { irbAsked: "no", collaborationAsked: "no", notForProfitAsked: "no" }, []],
    [null, { irbAsked: "no" }, []],
  ])("%s with %j", (code, answers, fields) => {
    expect(checkProject(answers, [item(code)]).map(({ field }) => field)).toEqual(fields);
  });
});

test("the PI and the signing official are two persons", () => {
  expect(checkProject({ pi: "ana", signingOfficial: "ana" }, [])).toMatchObject([
    { field: "signingOfficial" },
  ]);
  expect(checkProject({ pi: "ana", signingOfficial: "bo" }, [])).toEqual([]);
  expect(checkProject({}, [])).toEqual([]);
});

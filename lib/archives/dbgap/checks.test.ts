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
    expect(checkProject(answers, [item(code)], []).map(({ field }) => field)).toEqual(fields);
  });
});

test("the PI and the signing official are two persons", () => {
  expect(checkProject({ pi: "ana", signingOfficial: "ana" }, [], [])).toMatchObject([
    { field: "signingOfficial" },
  ]);
  expect(checkProject({ pi: "ana", signingOfficial: "bo" }, [], [])).toEqual([]);
  expect(checkProject({}, [], [])).toEqual([]);
});

const person = (id: string, rank: string, institution: string) => ({
  ...{ id, name: id, email: null, rank, institution },
});

test.each([
  ["permanent_faculty", true],
  ["senior_scientist", true],
  ["", true],
  ["postdoc", false],
  ["graduate_student", false],
  ["student", false],
  ["staff", false],
  ["official", false],
])("a PI of the rank %j may request: %s", (rank, may) => {
  const found = checkProject({ pi: "ana" }, [], [person("ana", rank, "")]);
  expect(found.map(({ field }) => field)).toEqual(may ? [] : ["pi"]);
  for (const { message } of found) {
    expect(message).toContain("ana is entered as");
    expect(message).toContain("sharing.nih.gov/node/57");
  }
});

test.each([
  ["University of Leeds", "university of leeds", []],
  ["University of Leeds", "", []],
  ["", "University of York", []],
  ["University of Leeds", "University of York", ["internalCollaborators", "supervisedPeople"]],
])("who works elsewhere is an external collaborator: %j and %j", (ours, theirs, problems) => {
  const people = [person("ana", "", ours), person("bo", "", theirs)];
  const named = { internalCollaborators: ["bo"], supervisedPeople: ["bo"] };
  const found = checkProject({ pi: "ana", ...named, externalCollaborators: ["bo"] }, [], people);
  expect(found.map(({ field }) => field)).toEqual(problems);
});

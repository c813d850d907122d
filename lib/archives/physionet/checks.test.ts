import { expect, test } from "vitest";
import { checkPeople } from "./checks";

const DANA = { id: "dana", name: "Dana Léví", email: "Dana@lab.example.org" };
const PEOPLE = [{ ...DANA, rank: "graduate_student", institution: "" }];

const fields = (answers: Record<string, string>) =>
  checkPeople([{ id: "a", answers, personId: "dana" }], PEOPLE).map(({ field }) => field);

test.each([
  ["boss@gmail.com", ["referenceEmail"]],
  ["boss@YAHOO.co.uk", ["referenceEmail"]],
  ["boss@163.com", ["referenceEmail"]],
  ["boss@vip.qq.com", ["referenceEmail"]],
  ["boss@outlook.com.br", ["referenceEmail"]],
  ["boss@gmail.example.edu", []],
  ["boss@notgmail.com", []],
  ["boss@example.edu", []],
  ["gmail@example.edu", []],
])("the reference's address %s: %j", (referenceEmail, problems) => {
  expect(fields({ referenceEmail })).toEqual(problems);
});

test.each([
  [{ referenceName: "DANA LEVI" }, ["referenceName"]],
  [{ referenceName: "Levi, Dana" }, ["referenceName"]],
  [{ firstNames: "Dana R.", lastName: "Levi", referenceName: "Dana R Levi" }, ["referenceName"]],
  [{ referenceEmail: "dana@LAB.example.org" }, ["referenceEmail"]],
  [{ referenceName: "Ana Ruiz", referenceEmail: "ana@lab.example.org" }, []],
  [{ firstNames: "", lastName: "", referenceName: "" }, []],
])("the reference is not the applicant: %j", (answers, problems) => {
  expect(fields(answers)).toEqual(problems);
});

test("somebody whom the team does not list may still not vouch for themselves", () => {
  const answers = { firstNames: "Eva", lastName: "Novak", referenceName: "Eva Nováková" };
  const check = (reference: string) =>
    checkPeople([{ id: "a", answers: { ...answers, referenceName: reference } }], []);
  expect(check("Eva Novák")).toHaveLength(1);
  expect(check("Eva Nováková")).toEqual([]);
});

test.each([
  ["student", "colleague", ["referenceCategory"]],
  ["graduate_student", "coauthor", ["referenceCategory"]],
  ["postdoc", "other", ["referenceCategory"]],
  ["postdoc", "supervisor", []],
  ["hospital", "colleague", []],
])("a %s with a %s as reference: %j", (researcherCategory, referenceCategory, problems) => {
  expect(fields({ researcherCategory, referenceCategory })).toEqual(problems);
});

test.each([
  ["0000-0002-1825-0097", []],
  ["https://orcid.org/0000-0002-1694-233X", []],
  ["0000-0002-1825-0098", ["orcid"]],
  ["0000000218250097", ["orcid"]],
])("the ORCID iD %s: %j", (orcid, problems) => {
  expect(fields({ orcid })).toEqual(problems);
});

test.each([
  ["jane-doe", []],
  ["ana", ["username"]],
  ["1jane", ["username"]],
])("the username %s: %j", (username, problems) => {
  expect(fields({ username })).toEqual(problems);
});

test("each problem names its person, and nothing answered is no problem", () => {
  expect(
    checkPeople(
      [
        { id: "a", answers: {} },
        { id: "b", answers: { orcid: "x" } },
      ],
      PEOPLE,
    ),
  ).toMatchObject([{ itemId: "b", field: "orcid" }]);
});

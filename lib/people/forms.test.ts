import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { type PersonFields, personForm } from "./forms";
import { presenceOn } from "./presence";

const good: PersonFields = {
  name: "Ana Silva",
  email: "Ana@Lab.test",
  position: "",
  institution: "",
  rank: "",
  country: "",
  timeZone: "Europe/Lisbon",
  startsOn: "2027-03-14",
  endsOn: "",
};

const problems = (fields: Partial<PersonFields>) =>
  personForm.safeParse({ ...good, ...fields }).error?.issues.map((issue) => issue.path.join("."));

describe("a person's form", () => {
  it("may leave the address and the last day open", () => {
    expect(personForm.parse({ ...good, email: "" })).toMatchObject({ email: null, endsOn: null });
    expect(personForm.parse(good).email).toBe("ana@lab.test");
  });

  it("refuses days that do not exist at their field", () => {
    expect(problems({ startsOn: "2027-02-30" })).toEqual(["startsOn"]);
    expect(problems({ endsOn: "2027-13-01" })).toEqual(["endsOn"]);
    expect(problems({ startsOn: "" })).toEqual(["startsOn"]);
  });

  it("refuses an end before the start, and takes an end on the same day", () => {
    expect(problems({ endsOn: "2027-03-13" })).toEqual(["endsOn"]);
    expect(problems({ endsOn: "2027-03-13", name: "" })).toEqual(["name", "endsOn"]);
    expect(problems({ endsOn: "2027-03-14" })).toBeUndefined();
  });

  it("refuses what is no form at all", () => {
    for (const broken of [null, undefined, "x", []]) {
      expect(personForm.safeParse(broken).success).toBe(false);
    }
  });

  it("takes a role and a country from their lists, or none", () => {
    expect(problems({ rank: "senior_scientist", country: "PT" })).toBeUndefined();
    expect(problems({ rank: "king", country: "Portugal" })).toEqual(["rank", "country"]);
  });

  it("refuses time zones and fields that do not exist", () => {
    expect(problems({ timeZone: "Mars/Olympus" })).toEqual(["timeZone"]);
    expect(problems({ teamId: "x" } as Partial<PersonFields>)).toEqual([""]);
  });
});

describe("a person's presence", () => {
  const person = { startsOn: day("2027-03-14"), endsOn: day("2027-03-20") };
  it.each([
    ["2027-03-13", "coming"],
    ["2027-03-14", "here"],
    ["2027-03-20", "here"],
    ["2027-03-21", "left"],
  ])("on %s: %s", (today, presence) => {
    expect(presenceOn(day(today), person)).toBe(presence);
  });

  it("lasts while no last day is set", () => {
    expect(presenceOn(day("2199-01-01"), { ...person, endsOn: null })).toBe("here");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTeamForm, inviteForm, nameFromAddress, rolesToGive, slugOf } from "./forms";

describe("a team's form", () => {
  const good = {
    id: crypto.randomUUID(),
    userName: "Ana Silva",
    name: "Silva lab",
    institution: "",
  };

  it("takes a name and leaves the institution open", () => {
    expect(createTeamForm.parse(good)).toEqual({ ...good, timeZone: "UTC" });
  });

  it.each([
    ["an empty name", { ...good, name: "  " }],
    ["a name of 10 000 characters", { ...good, name: "x".repeat(10_000) }],
    ["a control character", { ...good, name: "Silva\u0000lab" }],
    ["a right-to-left override", { ...good, name: "Silva\u202elab" }],
    ["two lines", { ...good, name: "Silva\nlab" }],
    ["a field that is not asked for", { ...good, role: "lead" }],
  ])("refuses %s", (_what, input) => {
    expect(createTeamForm.safeParse(input).success).toBe(false);
  });

  it("keeps formulas and markup as plain text", () => {
    expect(createTeamForm.parse({ ...good, name: "=1+1 <script>" }).name).toBe("=1+1 <script>");
  });

  it("takes an unknown time zone as UTC", () => {
    expect(createTeamForm.parse({ ...good, timeZone: "Mars/Olympus" }).timeZone).toBe("UTC");
    expect(createTeamForm.parse({ ...good, timeZone: "Asia/Kathmandu" }).timeZone).toBe(
      "Asia/Kathmandu",
    );
  });
});

describe("an invitation", () => {
  it("takes one plain address and a known role only", () => {
    const commandId = crypto.randomUUID();
    expect(inviteForm.parse({ commandId, email: "B@Lab.test", role: "viewer" }).email).toBe(
      "b@lab.test",
    );
    expect(
      inviteForm.safeParse({ commandId, email: "a@l.test, b@l.test", role: "viewer" }).success,
    ).toBe(false);
    expect(inviteForm.safeParse({ commandId, email: "b@lab.test", role: "owner" }).success).toBe(
      false,
    );
  });

  it("never gives a role above one's own", () => {
    expect(rolesToGive("lead")).toContain("lead");
    expect(rolesToGive("coordinator")).toEqual(["coordinator", "member", "viewer"]);
    expect(rolesToGive("member")).toEqual([]);
    expect(rolesToGive("viewer")).toEqual([]);
  });
});

describe("a team's address", () => {
  it.each([
    ["Müller Lab", "muller-lab"],
    ["  Ångström & Co. ", "angstrom-co"],
    ["研究室", "team"],
    ["---", "team"],
  ])("of %j is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("always fits the database's rule", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

it("guesses a name from an address", () => {
  expect(nameFromAddress("ana.silva+gate@lab.test")).toBe("Ana Silva");
});

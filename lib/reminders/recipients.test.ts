import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import { type Addressee, isOnTeam, recipientsOf } from "./recipients";

const today = day("2027-03-14");

function person(name: string, change: Partial<Addressee> = {}): Addressee {
  const address = `${name}@lab.test`;
  return { personId: name, name, address, startsOn: day("2020-01-01"), endsOn: null, ...change };
}

const nobody = { holder: [], pi: [], owner: [], lead: [] };

describe("the recipients of a reminder", () => {
  test("are the holder, the principal investigator, the owner and every lead", () => {
    const { recipients, problem } = recipientsOf(
      {
        holder: [person("hana")],
        pi: [person("petra")],
        owner: [person("omar")],
        lead: [person("lea"), person("leo")],
      },
      today,
    );
    expect(recipients.map(({ name, reasons }) => [name, ...reasons])).toEqual([
      ["hana", "holder"],
      ["petra", "pi"],
      ["omar", "owner"],
      ["lea", "lead"],
      ["leo", "lead"],
    ]);
    expect(problem).toBeNull();
  });

  test("get one mail each, however many reasons they have", () => {
    const one = person("ada");
    expect(
      recipientsOf({ holder: [one], pi: [one], owner: [one], lead: [one] }, today).recipients,
    ).toEqual([
      {
        personId: "ada",
        name: "ada",
        address: "ada@lab.test",
        reasons: ["holder", "pi", "owner", "lead"],
      },
    ]);
  });

  test("are on the team today and have an address", () => {
    const { recipients } = recipientsOf(
      {
        ...nobody,
        holder: [person("left", { endsOn: day("2027-03-13") })],
        pi: [person("silent", { address: null })],
        owner: [person("coming", { startsOn: day("2027-03-15") })],
        lead: [person("lea")],
      },
      today,
    );
    expect(recipients.map(({ name }) => name)).toEqual(["lea"]);
  });

  test("fall back to leads who left when nobody else is there, as a visible problem", () => {
    const left = person("lea", { endsOn: day("2026-12-31") });
    const { recipients, problem } = recipientsOf({ ...nobody, lead: [left] }, today);
    expect(recipients.map(({ name }) => name)).toEqual(["lea"]);
    expect(problem).toBe("nobody_on_team");
  });

  test("can be nobody at all, which is a problem too", () => {
    expect(recipientsOf(nobody, today)).toEqual({ recipients: [], problem: "nobody_at_all" });
  });

  test("count their first and their last day on the team", () => {
    const week = { startsOn: day("2027-03-10"), endsOn: day("2027-03-16") };
    const days = ["2027-03-09", "2027-03-10", "2027-03-16", "2027-03-17"].map(day);
    expect(days.map((on) => isOnTeam(week, on))).toEqual([false, true, true, false]);
  });
});

import { describe, expect, test } from "vitest";
import { addDays, day } from "../dates/day";
import { clockAt } from "./clock";
import { type Audience, isOnTeam, recipientsOf } from "./recipients";
import { samplePerson as person, SAMPLE_DUTY } from "./sample-duty";

const today = day("2027-03-01");
const clock = clockAt(new Date("2027-03-01T12:00:00Z"));
const nobody = { holder: [], pi: [], owner: [], lead: [] };
const audience = (change: Partial<Audience>): Audience => ({ ...SAMPLE_DUTY, ...change });
const of = (concerned: Audience["concerned"]) => recipientsOf(audience({ concerned }), clock);

describe("the recipients of a reminder", () => {
  test("are the holder, the principal investigator, the owner and every lead", () => {
    const { recipients, problem } = of({
      holder: [person("hana")],
      pi: [person("petra")],
      owner: [person("omar")],
      lead: [person("lea"), person("leo")],
    });
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
    expect(of({ holder: [one], pi: [one], owner: [one], lead: [one] }).recipients).toEqual([
      {
        personId: "ada",
        name: "ada",
        address: "ada@lab.test",
        timeZone: "UTC",
        reasons: ["holder", "pi", "owner", "lead"],
      },
    ]);
  });

  test("are on the team today and have an address", () => {
    const { recipients } = of({
      ...nobody,
      holder: [person("left", { endsOn: day("2027-02-28") })],
      pi: [person("silent", { address: null })],
      owner: [person("coming", { startsOn: day("2027-03-02") })],
      lead: [person("lea")],
    });
    expect(recipients.map(({ name }) => name)).toEqual(["lea"]);
  });

  test("fall back to leads who left when nobody else is there, as a visible problem", () => {
    const left = person("lea", { endsOn: day("2026-12-31") });
    const { recipients, problem } = of({ ...nobody, lead: [left] });
    expect(recipients.map(({ name }) => name)).toEqual(["lea"]);
    expect(problem).toBe("nobody_on_team");
  });

  test("can be nobody at all, which is a problem too", () => {
    expect(of(nobody)).toEqual({ recipients: [], problem: "nobody_at_all" });
  });

  test("count their first and their last day on the team", () => {
    const week = { startsOn: day("2027-03-10"), endsOn: day("2027-03-16") };
    const days = ["2027-03-09", "2027-03-10", "2027-03-16", "2027-03-17"].map(day);
    expect(days.map((on) => isOnTeam(week, on))).toEqual([false, true, true, false]);
  });

  test("are there or not on their own calendar", () => {
    const late = clockAt(new Date("2027-03-01T23:00:00Z"));
    const last = { endsOn: day("2027-03-01") };
    const concerned = {
      ...nobody,
      owner: [person("east", { ...last, timeZone: "Pacific/Kiritimati" })],
      lead: [person("west", { ...last, timeZone: "Pacific/Pago_Pago" })],
    };
    const { recipients } = recipientsOf(audience({ concerned }), late);
    expect(recipients.map(({ name }) => name)).toEqual(["west"]);
  });
});

describe("those who stand in", () => {
  const away = (personId: string, name: string, from: number, to: number) => ({
    ...{ personId, standIn: person(name) },
    ...{ startsOn: addDays(today, from), endsOn: addDays(today, to) },
  });
  const told = (change: Partial<Audience>) =>
    recipientsOf(audience(change), clock).recipients.map(({ name, reasons }) => [name, ...reasons]);
  const own = [
    ["hana", "holder"],
    ["omar", "owner"],
    ["lea", "lead"],
  ];
  const missed = { ...SAMPLE_DUTY.escalation, dueOn: addDays(today, -1) };

  test("get it too from the first to the last day of an absence", () => {
    const all = (from: number, to: number) => told({ absences: [away("omar", "sam", from, to)] });
    expect(all(0, 0)).toEqual([...own, ["sam", "stand_in"]]);
    expect([all(1, 5), all(-5, -1)]).toEqual([own, own]);
  });

  test("cannot have somebody stand in for them", () => {
    const absences = [away("omar", "sam", 0, 1), away("sam", "tom", 0, 1)];
    expect(told({ absences })).toEqual([...own, ["sam", "stand_in"]]);
  });

  test("get it once, with all their reasons", () => {
    const absences = [away("hana", "omar", 0, 1), away("omar", "lea", 0, 1)];
    expect(told({ absences })).toEqual([
      ...[own[0], ["omar", "owner", "stand_in"], ["lea", "lead", "stand_in"]],
    ]);
  });

  test("are called before an absence begins once nobody took the duty, not after it", () => {
    const absences = [away("omar", "sam", 3, 9), away("hana", "tom", -9, -3)];
    expect(told({ absences, escalation: missed })).toEqual([...own, ["sam", "stand_in"]]);
  });

  test("are joined by the second contact once nobody took the duty", () => {
    const secondContact = person("zoe");
    expect(told({ secondContact })).toEqual(own);
    expect(told({ secondContact, escalation: missed })).toEqual([
      ...own,
      ["zoe", "second_contact"],
    ]);
  });

  test("and the second contact do not count where they have left", () => {
    const left = { endsOn: addDays(today, -1) };
    const absences = [{ ...away("omar", "sam", 0, 1), standIn: person("sam", left) }];
    const secondContact = person("zoe", left);
    expect(told({ absences, secondContact, escalation: missed })).toEqual(own);
  });
});

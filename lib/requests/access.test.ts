import { expect, it } from "vitest";
import { type Day, day } from "../dates/day";
import { accessState, type GrantDates } from "./access";

const grant = (dates: Partial<Record<keyof GrantDates, Day | null>> = {}): GrantDates => ({
  startsOn: day("2027-01-10"),
  endsOn: day("2027-03-14"),
  endedOn: null,
  ...(dates as Partial<GrantDates>),
});

it("gives access from the first day through the last", () => {
  expect(accessState(grant(), day("2027-01-09"))).toBe("later");
  expect(accessState(grant(), day("2027-01-10"))).toBe("running");
  expect(accessState(grant(), day("2027-03-14"))).toBe("running");
  expect(accessState(grant(), day("2027-03-15"))).toBe("lapsed");
});

it("runs on without an end", () => {
  expect(accessState(grant({ endsOn: null }), day("2099-01-01"))).toBe("open_ended");
});

it("is over once it was ended, whatever its dates say", () => {
  expect(accessState(grant({ endedOn: day("2027-02-01") }), day("2027-01-20"))).toBe("ended");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { grantPeriod } from "./move";

const TODAY = day("2027-03-01");
const typed = (decidedOn: string, startsOn: string, endsOn: string) => ({
  decidedOn,
  startsOn,
  endsOn,
  documentId: "" as const,
});

describe("the period of an approval", () => {
  it("is as typed when it can be; an empty end is open-ended", () => {
    expect(grantPeriod(typed("2027-02-28", "2027-03-05", "2028-02-28"), TODAY)).toEqual({
      ok: true,
      period: { decidedOn: "2027-02-28", startsOn: "2027-03-05", endsOn: "2028-02-28" },
    });
    expect(grantPeriod(typed("2027-03-01", "2027-03-01", ""), TODAY)).toMatchObject({
      period: { endsOn: null },
    });
  });

  it("may be a single day", () => {
    expect(grantPeriod(typed("2027-03-01", "2027-03-01", "2027-03-01"), TODAY).ok).toBe(true);
  });

  it.each([
    ["", "2027-03-01", "", "decidedOn"],
    ["2027-02-29", "2027-03-01", "", "decidedOn"],
    ["2027-03-02", "2027-03-02", "", "decidedOn"],
    ["2027-03-01", "01.03.2027", "", "startsOn"],
    ["2025-03-01", "2027-03-01", "", "startsOn"],
    ["2027-03-01", "2027-03-01", "2027-02-28", "endsOn"],
    ["2027-03-01", "2027-03-01", "2027-02-30", "endsOn"],
    ["2027-03-01", "2027-03-01", "2127-03-01", "endsOn"],
  ])("decided %j, from %j, until %j is refused at %s", (decided, starts, ends, field) => {
    expect(grantPeriod(typed(decided, starts, ends), TODAY)).toMatchObject({ ok: false, field });
  });

  it("answers any typing with a period or a sentence", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        const read = grantPeriod(typed(a, b, c), TODAY);
        expect(read.ok || read.message.endsWith(".")).toBe(true);
      }),
    );
  });
});

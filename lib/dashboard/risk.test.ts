import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { byHarm, keyOf, type Risk } from "./risk";

const TODAY = day("2026-11-23");
const on = (days: number) => addDays(TODAY, days);

const lapsed = (number: number, days: number): Risk => {
  return { kind: "lapsed", number, title: "Sepsis", on: on(days), approvals: 1 };
};
const ending = (number: number, days: number): Risk => {
  return { kind: "ending", number, title: "Sepsis", on: on(days), approvals: 1 };
};
const expired: Risk = { kind: "expired", personId: "ana", name: "Ana", what: "CITI", on: on(-9) };
const overdue: Risk = { kind: "overdue", dutyId: "d", what: "Report", owner: "Bo", on: on(-80) };
const unseen: Risk = {
  ...{ kind: "unseen", archive: "dbgap", archiveName: "dbGaP" },
  ...{ approvals: 3, on: on(-90) },
};
const mail: Risk = { kind: "mail", problem: "bounced", mails: 2 };

describe("what hurts a team most", () => {
  it.each([
    ["an approval that is over comes before one that ends tomorrow", lapsed(1, -1), ending(2, 1)],
    ["of two that are over the older comes first", lapsed(9, -30), lapsed(1, -2)],
    ["who may not hold data comes before mail that reaches nobody", expired, mail],
    ["mail that reaches nobody comes before what ends tomorrow", mail, ending(1, 1)],
    ["what ends in a week comes before what is late", ending(1, 7), overdue],
    ["what is late comes before what ends in eight days", overdue, ending(1, 8)],
    ["what only was not looked up comes last", ending(1, 30), unseen],
    ["of equals the lower number comes first", ending(2, 20), ending(10, 20)],
  ])("%s", (_sentence, worse, better) => {
    expect(byHarm([better, worse], TODAY)).toEqual([worse, better]);
    expect(byHarm([worse, better], TODAY)).toEqual([worse, better]);
  });

  const some = fc.uniqueArray(
    fc.oneof(
      fc.tuple(fc.nat(50), fc.integer({ min: -99, max: -1 })).map((pair) => lapsed(...pair)),
      fc.tuple(fc.nat(50), fc.integer({ min: 0, max: 30 })).map((pair) => ending(...pair)),
      fc.constantFrom(expired, overdue, unseen, mail),
    ),
    { selector: keyOf },
  );

  it("is the same whatever order it was found in, and nothing is lost", () => {
    fc.assert(
      fc.property(some, (risks) => {
        const sorted = byHarm(risks, TODAY);
        expect(byHarm(risks.toReversed(), TODAY)).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(risks));
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { type CalendarDuty, dutyEvent, keptSince, rowToShow } from "./duty-event";

const RENEWAL: CalendarDuty = {
  ...{
    uid: "1@gatebook.example.org",
    sequence: 0,
    url: "https://gatebook.example.org/t/lab/duties/1",
  },
  ...{
    state: "open",
    dueOn: day("2027-03-14"),
    dueAt: null,
    closedOn: null,
    data: null,
    number: "GB-12",
    archive: "dbGaP",
  },
  ...{ what: "Renew access to GTEx. File the renewal in dbGaP.", rule: "One year from approval" },
  ...{ source: "https://example.org/clause 4", ifMissed: "Access ends." },
  ...{ alarms: [30, 7], changedAt: new Date("2026-11-23T00:00:00Z") },
};

describe("a duty in a calendar", () => {
  it("names request, deed and archive in its title, and says all in its description", () => {
    const event = dutyEvent(RENEWAL, "en");
    expect(event).toMatchObject({
      ...{ title: "[GB-12] Renew access to GTEx (dbGaP)", on: "2027-03-14", status: "CONFIRMED" },
      ...{ uid: RENEWAL.uid, sequence: 0, alarms: [30, 7], url: RENEWAL.url },
    });
    expect(event.description.split("\n\n")).toEqual([
      RENEWAL.what,
      "Rule: One year from approval",
      "Source: https://example.org/clause 4",
      "If it is missed: Access ends.",
      RENEWAL.url,
    ]);
  });

  it("names the data whose access ends, and the moment of what is due by the hour", () => {
    const dueAt = new Date("2027-03-14T21:30:00Z");
    const event = dutyEvent({ ...RENEWAL, data: "GTEx v10 GRU", what: "Renew it.", dueAt }, "en");
    expect(event.title).toBe("[GB-12] GTEx v10 GRU: Renew it (dbGaP)");
    expect(event.description.split("\n\n")[1]).toBe("Due: 14 Mar 2027, 21:30 UTC");
  });

  it("needs neither request nor archive", () => {
    const what = "Send the yearly report to the owner of the data.";
    expect(dutyEvent({ ...RENEWAL, number: null, archive: "", what }, "en").title).toBe(
      "Send the yearly report to the owner of the data",
    );
  });

  it.each([
    ["done", "✓ [GB-12] Renew access to GTEx (dbGaP)", "CONFIRMED", "Done, 1 Mar 2027."],
    [
      "missed",
      "✗ [GB-12] Renew access to GTEx (dbGaP)",
      "CONFIRMED",
      "Closed as not done, 1 Mar 2027.",
    ],
    [
      "not_applicable",
      "[GB-12] Renew access to GTEx (dbGaP)",
      "CANCELLED",
      "Not needed any more, 1 Mar 2027.",
    ],
  ] as const)("that is %s says so and rings no more", (state, title, status, closed) => {
    const event = dutyEvent({ ...RENEWAL, state, closedOn: day("2027-03-01") }, "en");
    expect(event).toMatchObject({ title, status, alarms: [] });
    expect(event.description.split("\n\n")[0]).toBe(closed);
  });

  it("stays for 90 days after it was closed", () => {
    expect(keptSince(day("2027-03-31"))).toBe("2026-12-31");
  });
});

describe("of several due days of one duty", () => {
  const row = (id: string, state: CalendarDuty["state"], minute: number) => ({
    ...{ id, state, changedAt: new Date(Date.UTC(2026, 10, 23, 0, minute)) },
  });

  it("the open one is shown, also where the closed one changed later", () => {
    expect(rowToShow([row("a", "not_applicable", 2), row("b", "open", 1)]).id).toBe("b");
  });

  it("the one that changed last is shown where none is open", () => {
    const rows = [row("a", "done", 3), row("b", "not_applicable", 2), row("c", "done", 1)];
    expect(rowToShow(rows).id).toBe("a");
    expect(rowToShow(rows.toReversed()).id).toBe("a");
  });

  it("the younger one is shown where both changed at once", () => {
    const rows = [row("a", "not_applicable", 1), row("b", "done", 1)];
    expect(rowToShow(rows).id).toBe("b");
    expect(rowToShow(rows.toReversed()).id).toBe("b");
  });
});

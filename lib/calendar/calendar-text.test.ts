import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { calendarText } from "./calendar-text";
import type { CalendarEvent } from "./event";
import { readCalendarFile } from "./sample-reader";

const RENEWAL: CalendarEvent = {
  uid: "0123456789abcdef0123456789abcdef@gatebook.example.org",
  sequence: 3,
  status: "CONFIRMED",
  on: day("2027-03-14"),
  title: "[GB-12] Renew access to GTEx (dbGaP)",
  description: "Rule: one year.\nClause: https://example.org/clause",
  url: "https://gatebook.example.org/t/lab/duties/1",
  alarms: [30, 7, 1, 0],
  changedAt: new Date("2026-11-23T01:02:03.456Z"),
};

const write = (...events: CalendarEvent[]) => calendarText(events, { name: "Gatebook: Lab" });
/** The events of a calendar, as another program reads them. */
const read = (text: string) =>
  readCalendarFile(text).parts.map(({ values, parts }) => ({
    ...{ uid: values.get("UID"), sequence: Number(values.get("SEQUENCE")) },
    ...{ title: values.get("SUMMARY"), description: values.get("DESCRIPTION") },
    ...{ status: values.get("STATUS"), url: values.get("URL") },
    ...{ start: values.get("DTSTART"), end: values.get("DTEND"), alarms: parts.length },
  }));
const unfold = (text: string) => text.replaceAll("\r\n ", "");
const octets = (line: string) => Buffer.byteLength(line, "utf8");

/** What of a typed text a calendar shows: line breaks are kept, other control characters blanked. */
const shown = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, " ");

const HOSTILE = fc.array(
  fc.constantFrom(
    ...'\r\n;,\\:"= \t😀é漢\u202e\u2028\u0000',
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n",
    "\\n",
    "\ud800",
    "word",
    "👩🏽‍🔬",
  ),
  { maxLength: 120 },
);
const text = fc.oneof(
  HOSTILE.map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const anyEvent = fc.record({
  uid: fc.uuid().map((id) => `${id}@gatebook.example.org`),
  sequence: fc.nat(1_000_000),
  status: fc.constantFrom("CONFIRMED" as const, "CANCELLED" as const),
  on: fc.integer({ min: -20_000, max: 70_000 }).map((days) => addDays(day("2000-01-01"), days)),
  title: text,
  description: text,
  url: fc.webUrl({ withFragments: true, withQueryParameters: true }),
  alarms: fc.uniqueArray(fc.nat(365), { maxLength: 6 }),
  changedAt: fc.date({
    min: new Date("2020-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  }),
});

describe("a calendar", () => {
  it("is written line by line as RFC 5545 asks", () => {
    expect(write({ ...RENEWAL, alarms: [7] }).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Gatebook//Duties//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "NAME:Gatebook: Lab",
      "X-WR-CALNAME:Gatebook: Lab",
      "X-PUBLISHED-TTL:PT1H",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "BEGIN:VEVENT",
      "UID:0123456789abcdef0123456789abcdef@gatebook.example.org",
      "DTSTAMP:20261123T010203Z",
      "LAST-MODIFIED:20261123T010203Z",
      "SEQUENCE:3",
      "STATUS:CONFIRMED",
      "DTSTART;VALUE=DATE:20270314",
      "DTEND;VALUE=DATE:20270315",
      "TRANSP:TRANSPARENT",
      "SUMMARY:[GB-12] Renew access to GTEx (dbGaP)",
      "DESCRIPTION:Rule: one year.\\nClause: https://example.org/clause",
      "URL:https://gatebook.example.org/t/lab/duties/1",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:[GB-12] Renew access to GTEx (dbGaP)",
      "TRIGGER:-P6DT16H",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("ends the whole day of 28 February on 29 February in a leap year", () => {
    expect(write({ ...RENEWAL, on: day("2028-02-28") })).toContain("DTEND;VALUE=DATE:20280229");
    expect(write({ ...RENEWAL, on: day("2027-12-31") })).toContain("DTEND;VALUE=DATE:20280101");
  });

  it("rings at eight in the morning, so many days before", () => {
    const triggers = write(RENEWAL).match(/(?<=TRIGGER:).*(?=\r)/g);
    expect(triggers).toEqual(["-P29DT16H", "-P6DT16H", "-PT16H", "PT8H"]);
  });

  it("does not ring for what was cancelled", () => {
    expect(write({ ...RENEWAL, status: "CANCELLED" })).not.toContain("VALARM");
  });

  it("may be without any event", () => {
    expect(read(write())).toEqual([]);
  });
});

describe("whatever people typed", () => {
  it("fits into lines of 75 octets that are whole characters and unfold to what they were", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), (events) => {
        const lines = write(...events).split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cc}/u);
          expect(line.isWellFormed()).toBe(true);
        }
        const whole = unfold(lines.join("\r\n")).split("\r\n");
        const begun = whole.filter((line) => line === "BEGIN:VEVENT");
        expect(begun).toHaveLength(events.length);
        for (const line of whole) expect(line).toMatch(/^[A-Z-]+[:;]/);
      }),
    );
  });

  it("is read by another program as it was written", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const { uid, sequence, status, on, url, alarms } = event;
        expect(read(write(event))).toEqual([
          {
            ...{ uid, sequence, status, url, title: shown(event.title) },
            ...{ description: shown(event.description) },
            ...{ start: on.replaceAll("-", ""), end: addDays(on, 1).replaceAll("-", "") },
            alarms: status === "CONFIRMED" ? alarms.length : 0,
          },
        ]);
      }),
    );
  });

  it("cannot end its event and begin another", () => {
    const title = "Harmless\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged\nDTSTART:20260101";
    const events = read(write({ ...RENEWAL, title }));
    expect(events.map(({ uid }) => uid)).toEqual([RENEWAL.uid]);
  });

  it("cannot forge a line in an address", () => {
    const url = "https://example.org/\r\nUID:forged";
    expect(write({ ...RENEWAL, url })).toContain("URL:https://example.org/%0D%0AUID:forged\r\n");
  });
});

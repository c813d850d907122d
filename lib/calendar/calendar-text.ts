import { addDays, type Day } from "../dates/day";
import type { CalendarEvent } from "./event";

const LINE_END = "\r\n";
/** Longest line in octets, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
/** How long calendar programs may wait before they read a feed again (RFC 7986, 5.7). */
const REFRESH = "PT1H";
/** The hour of the reader's day at which an alarm rings, the same as that of reminders by mail. */
const ALARM_HOUR = 8;

/**
 * Writes events as an iCalendar file (RFC 5545, with the properties that RFC 7986 adds). The same
 * events give the same text. `PUBLISH` says that nobody is asked to accept anything.
 * @param options.name what calendar programs call the calendar
 */
export function calendarText(
  events: readonly CalendarEvent[],
  options: { name: string; method?: "PUBLISH" },
): string {
  const name = escapeText(options.name);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Gatebook//Duties//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${options.method ?? "PUBLISH"}`,
    `NAME:${name}`,
    // Calendar programs that know nothing of RFC 7986 read these two instead.
    `X-WR-CALNAME:${name}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => fold(line) + LINE_END).join("");
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, sequence, status, on, title, description, url, alarms } = event;
  const changedAt = utcStamp(event.changedAt);
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${changedAt}`,
    `LAST-MODIFIED:${changedAt}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status}`,
    `DTSTART;VALUE=DATE:${dateOf(on)}`,
    // The end is the first day that is free again.
    `DTEND;VALUE=DATE:${dateOf(addDays(on, 1))}`,
    // A duty leaves the day free for meetings.
    "TRANSP:TRANSPARENT",
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${uriOf(url)}`,
    ...(status === "CONFIRMED" ? alarms.flatMap((days) => alarmLines(days, title)) : []),
    "END:VEVENT",
  ];
}

function alarmLines(days: number, title: string): string[] {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:${triggerOf(days)}`,
    "END:VALARM",
  ];
}

/**
 * The time from the day's midnight, where a whole day begins, to the alarm on the morning of the day
 * that lies so many days before: `-P6DT16H` for 7 days. A plain `-P7D` would ring at night.
 */
function triggerOf(days: number): string {
  if (days <= 0) return `PT${ALARM_HOUR}H`;
  const whole = days === 1 ? "" : `${days - 1}D`;
  return `-P${whole}T${24 - ALARM_HOUR}H`;
}

/** `20270314`. */
function dateOf(day: Day): string {
  return day.replaceAll("-", "");
}

/** `20270314T120300Z`. */
function utcStamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/**
 * A value of type TEXT (RFC 5545, 3.3.11). Line breaks of any kind become `\n`, so that no text can
 * begin a line of its own; other control characters and marks that change the reading direction
 * become spaces, as in mails.
 */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "\\n")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, " ");
}

/** A value of type URI is not escaped (RFC 5545, 3.3.13); what cannot stand in an address is encoded. */
function uriOf(url: string): string {
  return url.toWellFormed().replace(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(sign));
}

/** Breaks a line that is too long, never within a character; each further line begins with a space. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      folded += `${LINE_END} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

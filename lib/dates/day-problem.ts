import { isDay } from "./day";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Why `text` is not a calendar day, as a sentence for the field; null when it is one. */
export function dayProblem(text: string): string | null {
  if (isDay(text)) return null;
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year !== "" && (Number(year) < 1900 || Number(year) > 2200)) {
    return "Choose a year between 1900 and 2200.";
  }
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return "Write the day as year, month, day: 2027-03-14.";
  return `There is no ${Number(date)} ${name} ${year}.`;
}

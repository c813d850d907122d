import type { Day } from "../dates/day";
import { formatDay, formatDayLong } from "../dates/format";

const DATE = /^(?<date>\d{1,2}) (?<month>[A-Z][a-z]{2,8}) (?<year>\d{4})(?<time>, \d{2}:\d{2})?$/;
const FORMATS = [formatDay, formatDayLong];

/**
 * A date as English text has it (`14 Mar 2027`, `14 March 2027`, `14 Mar 2027, 12:03`) in another
 * language, as long as it was; null for any other text. A date that no calendar has is read too, since
 * sentences name it to say so.
 * @param locale BCP 47
 */
export function dateFrom(text: string, locale: string): string | null {
  const { date = "", month = "", year = "", time = "" } = DATE.exec(text)?.groups ?? {};
  if (month === "") return null;
  for (const first of firstDaysOf(year)) {
    const format = FORMATS.find((each) => each(first) === `1 ${month} ${year}`);
    if (format) return format(first, locale).replace("1", String(Number(date))) + time;
  }
  return null;
}

function firstDaysOf(year: string): Day[] {
  return Array.from(
    { length: 12 },
    (_, index) => `${year}-${String(index + 1).padStart(2, "0")}-01` as Day,
  );
}

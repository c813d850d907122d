import { type Day, isDay } from "./day";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAME =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const ORDERS = [
  { pattern: /(?<!\d)(?<year>\d{4})-(?<number>\d{2})-(?<date>\d{2})(?!\d)/ },
  {
    pattern: new RegExp(
      `(?<![a-z])${NAME} (?<date>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)`,
      "i",
    ),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(?<date>\\d{1,2})(?:st|nd|rd|th)? ${NAME},? (?<year>\\d{4})(?!\\d)`,
      "i",
    ),
  },
];

/** A day found in a text, and where in it. */
export interface FoundDay {
  day: Day;
  from: number;
  to: number;
}

/**
 * Every day in a text that is written so that month and date cannot be swapped: `2024-10-11`, also
 * with an hour behind it, `Oct. 11, 2024`, `11 October 2024`. In order; never throws. Days that no
 * calendar has are left out.
 */
export function findDays(text: string): FoundDay[] {
  const found = ORDERS.flatMap(({ pattern }) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].flatMap((match): FoundDay[] => {
      const day = dayOf(match);
      return day ? [{ day, from: match.index, to: match.index + match[0].length }] : [];
    }),
  );
  return found.sort((a, b) => a.from - b.from);
}

function dayOf(match: RegExpExecArray): Day | null {
  const { year = "", number, date = "" } = match.groups ?? {};
  const name = match.slice(1).find((part) => part && /^[a-z]/i.test(part)) ?? "";
  const month = number ?? String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  const written = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(written) ? written : null;
}

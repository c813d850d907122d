import { expect, test } from "vitest";
import { dayProblem } from "./day-problem";

test.each([
  ["2027-02-30", "There is no 30 February 2027."],
  ["2027-02-29", "There is no 29 February 2027."],
  ["2027-04-31", "There is no 31 April 2027."],
  ["2027-05-00", "There is no 0 May 2027."],
  ["2027-13-01", "Write the day as year, month, day: 2027-03-14."],
  ["14.3.2027", "Write the day as year, month, day: 2027-03-14."],
  ["0000-01-01", "Choose a year between 1900 and 2200."],
])("%s is refused with a sentence", (text, sentence) => {
  expect(dayProblem(text)).toBe(sentence);
});

test("a leap day is a day", () => {
  expect(dayProblem("2028-02-29")).toBeNull();
});

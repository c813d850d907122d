import { expect, test } from "vitest";
import type { Ask } from "../archives/lifecycle";
import { day } from "../dates/day";
import { askSchema } from "./move-answers";

const ON: Ask = { id: "on", label: "On", kind: "date", required: true, meaning: "on" };
const ENDS: Ask = { id: "ends", label: "Ends", kind: "date", required: false };
const DAYS: Ask = {
  id: "days",
  label: "Days",
  kind: "days",
  required: false,
  meaning: "durationDays",
};
const NUMBER: Ask = {
  id: "number",
  label: "Number",
  kind: "text",
  required: false,
  pattern: "^\\d{1,6}$",
  example: "12345",
};
const WHY: Ask = { id: "why", label: "Why", kind: "comment", required: false };

function read(answers: Record<string, unknown>, stepSince: string | null = "2026-03-01") {
  const schema = askSchema([ON, ENDS, DAYS, NUMBER, WHY], {
    today: day("2026-03-14"),
    stepSince: stepSince === null ? null : day(stepSince),
  });
  const parsed = schema.safeParse(answers);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

test("answers come back as the rules need them; empty and unknown ones are absent", () => {
  expect(
    read({
      on: "2026-03-14",
      ends: "2029-01-31",
      days: "14",
      number: " 12345 ",
      why: "a\nb",
      x: "y",
    }),
  ).toEqual({ on: "2026-03-14", ends: "2029-01-31", days: 14, number: "12345", why: "a\nb" });
  expect(read({ on: "2026-03-01", ends: "", days: "0", number: null })).toEqual({
    on: "2026-03-01",
    days: 0,
  });
});

test.each([
  ["no day", {}, "on: Choose a day."],
  ["a day that does not exist", { on: "2026-02-30" }, "on: There is no 30 February 2026."],
  [
    "tomorrow",
    { on: "2026-03-15" },
    "on: This day is still to come; record it once it has happened.",
  ],
  [
    "a day before the step began",
    { on: "2026-02-28" },
    "on: This day lies before the one on which the present step began.",
  ],
])("%s is refused at the field", (_case, answers, sentence) => {
  expect(read(answers)).toEqual([sentence]);
});

test("without a day of the present step any past day will do", () => {
  expect(read({ on: "2019-01-01" }, null)).toEqual({ on: "2019-01-01" });
});

test.each([
  ["days", "14.5"],
  ["days", "-1"],
  ["days", "1e3"],
  ["days", "36501"],
  ["number", "1234567"],
  ["number", "#12345"],
  ["number", "1\n2"],
  ["why", "a\u0000b"],
  ["why", "x".repeat(4001)],
  ["ends", "soon"],
  ["on", { toString: "2026-03-14" }],
])("%s: %j is refused with a sentence", (id, answer) => {
  const problems = read({ on: "2026-03-14", [id]: answer });
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${id}: [A-Z].*\\.$`))]);
});

test("a number of the wrong form is answered with an example", () => {
  expect(read({ on: "2026-03-14", number: "abc" })).toEqual(["number: Write it like 12345."]);
});

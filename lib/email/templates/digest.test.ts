import { describe, expect, test } from "vitest";
import { addDays, day } from "../../dates/day";
import { renderLetter } from "../render";
import { type DigestFacts, digestLetter } from "./digest";
import { dutyLetter } from "./duty";

const APP = "https://gatebook.lab.test";
/** A Wednesday. */
const today = day("2027-03-10");

function entry(what: string, inDays: number) {
  const dueOn = addDays(today, inDays);
  const letter = dutyLetter({
    language: "en",
    ...{ what, dueOn, today, rule: "", source: "", ifMissed: "", person: null },
    moment: null,
    request: { number: "GB-7", title: "Sepsis", archive: "EGA" },
    ...{ place: "GB-7", url: `${APP}/t/lab/duties/${inDays}`, reasons: ["owner"] },
    ...{ others: [], team: "Lab" },
  });
  return { letter, dueOn };
}

const facts: DigestFacts = {
  language: "en",
  ...{ today, name: "Hana Holm", team: "Sepsis <Lab>", url: `${APP}/t/lab/duties` },
  unsubscribeUrl: `${APP}/api/unsubscribe?token=abc`,
  entries: [
    entry("Was to be done.", -1),
    entry("Before Sunday.", 4),
    entry("Still in March.", 21),
    entry("On the first of April.", 22),
  ],
};

describe("a digest", () => {
  test("tells each thing in one line with its date and distance, under what is nearest", () => {
    const letter = digestLetter(facts);
    expect(letter.subject).toBe("4 dates of your data access, the earliest was 9 Mar 2027");
    expect(
      letter.sections?.map(({ heading, items }) => [
        heading,
        items.map((item) => [item.heading, item.text]),
      ]),
    ).toEqual([
      ["Overdue", [["[GB-7] Was to be done.", "9 Mar 2027 (yesterday)"]]],
      ["This week", [["[GB-7] Before Sunday.", "14 Mar 2027 (in 4 days)"]]],
      ["This month", [["[GB-7] Still in March.", "31 Mar 2027 (in 21 days)"]]],
      ["Later", [["[GB-7] On the first of April.", "1 Apr 2027 (in 22 days)"]]],
    ]);
  });

  test("says the same in both parts, with a link for each thing and the one that ends such mail", async () => {
    const { html, text } = await renderLetter(digestLetter(facts));
    const readable = html
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replace(/<(?!Lab)[^>]+>/g, "\n");
    for (const words of [
      "Later",
      "[GB-7] Still in March.",
      "31 Mar 2027 (in 21 days)",
      "Sepsis <Lab>",
    ]) {
      expect(text).toContain(words);
      expect(readable).toContain(words);
    }
    for (const url of [21, 22, -1, 4].map((id) => `${APP}/t/lab/duties/${id}`)) {
      expect(text).toContain(`  ${url}\n`);
      expect(html).toContain(`href="${url}"`);
    }
    expect(html).toContain(`href="${facts.unsubscribeUrl}"`);
    expect(text).toContain(facts.unsubscribeUrl);
    expect(html).not.toMatch(/<img|@import|url\(/i);
  });

  test("of one thing reads as the mail about that thing does, but can be ended", () => {
    const one = entry("Before Sunday.", 4);
    const letter = digestLetter({ ...facts, entries: [one] });
    expect(letter).toEqual({ ...one.letter, unsubscribeUrl: facts.unsubscribeUrl });
  });

  test("carries the dates of all that it tells", () => {
    const calendar = { uid: "1" } as unknown as NonNullable<
      DigestFacts["entries"][0]["letter"]["dates"]
    >[0];
    const withDates = facts.entries.map(({ letter, dueOn }) => {
      return { letter: { ...letter, dates: [calendar] }, dueOn };
    });
    expect(digestLetter({ ...facts, entries: withDates }).dates).toHaveLength(4);
  });
});

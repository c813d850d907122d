import { describe, expect, it } from "vitest";
import { day } from "../../dates/day";
import { LANGUAGES, type Language } from "../../languages";
import { TEMPLATES, type Template } from "../../reminders/mail-templates";
import { renderLetter } from "../render";
import { exampleLetter } from "./examples";

const NOW = new Date("2027-02-19T08:00:00Z");
const rendered = (template: Template, language: Language) =>
  renderLetter(
    exampleLetter(
      template,
      { language, name: "Ana", address: "ana@lab.test", team: { name: "Lab", slug: "lab" } },
      day("2027-02-19"),
      NOW,
    ),
  );

const SUBJECTS: Record<Language, RegExp> = {
  en: /access ends 14 Mar 2027 \(23 days left\)$/,
  de: /endet.*14\. März 2027 \(.*23 Tage/,
};

describe.each(LANGUAGES)("mail in %s", (language) => {
  it("says in its subject when the access ends", async () => {
    expect((await rendered("reminder", language)).subject).toMatch(SUBJECTS[language]);
  });

  it.each(TEMPLATES)("%s names its language, and says the same in both parts", async (template) => {
    const { html, text, subject } = await rendered(template, language);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
    const heading = text.split("\n")[0] ?? "";
    expect(html).toContain(heading);
    expect(subject).not.toMatch(/[{}]|undefined/);
    expect(text).not.toMatch(/[{}]|undefined|\bmail\.[a-z]+\.[a-z]/i);
  });
});

it.each(TEMPLATES)("%s has another subject and text in German", async (template) => {
  const [english, german] = [await rendered(template, "en"), await rendered(template, "de")];
  expect(german.subject).not.toBe(english.subject);
  expect(german.text).not.toMatch(/\b(the|your|you|this|days)\b/);
});

it("writes days of German mail with a full stop and the month in letters", async () => {
  const { text } = await rendered("digest", "de");
  expect(text).toContain("14. März 2027 (in 23 Tagen)");
  expect(text).not.toMatch(/\d (Feb|Mar|Apr) \d{4}/);
});

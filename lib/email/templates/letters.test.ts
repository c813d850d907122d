import { describe, expect, test } from "vitest";
import { addDays, day } from "../../dates/day";
import { renderLetter } from "../render";
import { digestLetter } from "./digest";
import { type DutyLetterFacts, dutyLetter } from "./duty";
import { invitationLetter } from "./invitation";
import { type ReminderFacts, reminderLetter } from "./reminder";
import { signInLetter } from "./sign-in";

const APP = "https://gatebook.lab.test";
const end = day("2027-03-14");
const facts: ReminderFacts = {
  language: "en",
  number: "GB-12",
  requestTitle: "Sepsis under five",
  dataset: "MIMIC-IV v3.1",
  datasetTitle: "MIMIC-IV: hospital records of Boston",
  archive: "PhysioNet",
  holder: "Hana Holm",
  openTo: ["Hana Holm", "Omar Otieno"],
  dueOn: end,
  today: addDays(end, -30),
  rule: "PhysioNet counts from the decision: its day plus 365 days.",
  source: "https://example.org/terms",
  duty: {
    whatEnds: "access under the PhysioNet approval",
    whatToDo: "Ask the authors again.",
    safeDaysBefore: 14,
    ifMissed: "Access ends without a word.",
  },
  reasons: ["holder", "lead"],
  others: [{ name: "Omar Otieno", reasons: ["owner"] }],
  team: "Kathmandu Sepsis Lab",
  url: `${APP}/t/sepsis/requests/GB-12`,
};
const HOSTILE =
  '<script>alert(1)</script>\r\nBcc: x@evil.test \u202egpj.exe http://evil.test "=1+1"';

function hrefs(html: string): string[] {
  return [...html.matchAll(/(?:href|src|action|background)="([^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
}

function subjectWith(left: number, holder: string | null = null): string {
  return reminderLetter({ ...facts, holder, today: addDays(end, -left) }).subject;
}

describe("a reminder", () => {
  test("begins its subject with the number and the data set, and counts the days", () => {
    expect(subjectWith(30)).toBe("[GB-12] MIMIC-IV v3.1: access ends 14 Mar 2027 (30 days left)");
    expect(subjectWith(1)).toBe("[GB-12] MIMIC-IV v3.1: access ends 14 Mar 2027 (1 day left)");
    expect(subjectWith(0)).toBe("[GB-12] MIMIC-IV v3.1: access ends 14 Mar 2027 (today)");
    expect(subjectWith(-1)).toBe("[GB-12] MIMIC-IV v3.1: access ended 14 Mar 2027 (1 day ago)");
    expect(subjectWith(-7)).toBe("[GB-12] MIMIC-IV v3.1: access ended 14 Mar 2027 (7 days ago)");
  });

  test("names whose access it is where access is personal", () => {
    expect(subjectWith(30, "Hana Holm")).toBe(
      "[GB-12] MIMIC-IV v3.1, Hana Holm: access ends 14 Mar 2027 (30 days left)",
    );
  });

  test("says in both parts what ends, when, what to do by when, what follows, who and why", async () => {
    const { html, text } = await renderLetter(reminderLetter(facts));
    const readable = html.replace(/<!-- -->/g, "").replace(/<[^>]+>/g, "");
    for (const sentence of [
      "Access to MIMIC-IV v3.1 ends in 30 days",
      "Access under the PhysioNet approval for MIMIC-IV v3.1 ends on Sunday 14 March 2027: 30 days are left.",
      "What to do: Ask the authors again. To be safe, do it by 28 Feb 2027 (in 16 days).",
      "If it is missed: Access ends without a word.",
      "Request: GB-12, Sepsis under five",
      "Last day: Sunday 14 March 2027",
      "Why this day: PhysioNet counts from the decision: its day plus 365 days.",
      "Source: https://example.org/terms",
      "Access of: Hana Holm",
      "Open today to: Hana Holm, Omar Otieno",
      "Also sent to Omar Otieno (owner of the request).",
      "You get it because the access is yours and you are a lead in the team Kathmandu Sepsis Lab.",
      "Gatebook sent this mail by itself. Nobody reads answers to it.",
    ]) {
      expect(text).toContain(sentence);
      expect(readable).toContain(sentence);
    }
    expect(text).toContain(`Open GB-12:\n${facts.url}\n`);
  });

  test("speaks of the past after the end, and of today once the safe day is over", async () => {
    const past = await renderLetter(reminderLetter({ ...facts, today: addDays(end, 8) }));
    expect(past.text).toContain("ended on Sunday 14 March 2027, 8 days ago.");
    expect(past.text).toContain("The safe day for it was 28 Feb 2027: do it today.");
    expect(past.text).toContain("What follows: Access ends without a word.");
    const last = await renderLetter(reminderLetter({ ...facts, today: end }));
    expect(last.text).toContain("ends on Sunday 14 March 2027: today is the last day.");
  });

  test("links to the request page and nowhere else, and loads nothing", async () => {
    const { html } = await renderLetter(reminderLetter(facts));
    expect(new Set(hrefs(html))).toEqual(new Set([facts.url]));
    expect(html).not.toMatch(/<img|@import|url\(/i);
  });

  test("stays legible in dark mode", async () => {
    const { html } = await renderLetter(reminderLetter(facts));
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
  });
});

describe("a reminder of a duty that is not about an approval", () => {
  const duty: DutyLetterFacts = {
    language: "en",
    what: "Tell the data access committee that the person has left.",
    dueOn: end,
    moment: null,
    today: addDays(end, -3),
    rule: "The last day, 12 Feb 2027, plus 30 days.",
    source: "https://example.org/clause",
    ifMissed: "The committee may end the access.",
    request: { number: "GB-12", title: "Sepsis under five", archive: "EGA" },
    person: "Hana Holm",
    place: "GB-12",
    url: `${APP}/t/sepsis/requests/GB-12`,
    reasons: ["owner"],
    others: [{ name: "Lea Lund", reasons: ["lead"] }],
    team: "Kathmandu Sepsis Lab",
  };

  test("says what to do, until when, the rule and its source", async () => {
    const letter = dutyLetter(duty);
    expect(letter.subject).toBe(
      "[GB-12] Due 14 Mar 2027 (3 days left): Tell the data access committee that the person has left.",
    );
    const { html, text } = await renderLetter(letter);
    expect(new Set(hrefs(html))).toEqual(new Set([duty.url]));
    for (const sentence of [
      "Something must be done within 3 days",
      "It is due on Sunday 14 March 2027: 3 days are left.",
      "Person: Hana Holm",
      "Request: GB-12, Sepsis under five",
      "Why this day: The last day, 12 Feb 2027, plus 30 days.",
      "Source: https://example.org/clause",
      "If it is missed: The committee may end the access.",
      "Also sent to Lea Lund (lead).",
      "You get it because the duty is yours in the team Kathmandu Sepsis Lab.",
    ]) {
      expect(text).toContain(sentence);
    }
  });

  test("begins with why somebody reads it whom it would not have concerned", () => {
    const told = (escalated: DutyLetterFacts["escalated"]) =>
      dutyLetter({ ...duty, reasons: ["second_contact"], escalated }).paragraphs[0]?.text;
    const about = { days: 7, names: ["Omar Otieno", HOSTILE] };
    expect(told({ ...about, cause: "bounced" })).toMatch(
      /^You get this because the mail about it to Omar Otieno and <script>.* came back: /,
    );
    expect(told({ ...about, cause: "unclaimed" })).toMatch(/nobody has said for 7 days that they/);
    expect(told({ ...about, cause: "missed" })).toMatch(/the day is over and it was not done/);
    expect(told(null)).toBe(duty.what);
    expect(dutyLetter({ ...duty, reasons: ["stand_in", "second_contact"] }).closing).toContain(
      "You get it because you stand in for somebody who is away and you are the second contact in the team Kathmandu Sepsis Lab.",
    );
  });

  test("names the moment, not only its day, where the rule counts in hours", () => {
    const letter = dutyLetter({ ...duty, moment: "14 Mar 2027, 15:30 (Asia/Kathmandu)" });
    const sentence = "It must be done by 14 Mar 2027, 15:30 (Asia/Kathmandu).";
    expect(letter.paragraphs.map(({ text }) => text)).toContain(sentence);
    expect(letter.facts).toContainEqual({
      ...{ label: "Due", value: "14 Mar 2027, 15:30 (Asia/Kathmandu)" },
    });
  });

  test("stands without a request, and speaks of the past once the day is over", async () => {
    const url = `${APP}/t/sepsis/people/1`;
    const late = { ...duty, request: null, place: "Hana Holm", url, today: addDays(end, 2) };
    const letter = dutyLetter(late);
    expect(letter.subject).toMatch(/^Was due 14 Mar 2027 \(2 days ago\): /);
    expect((await renderLetter(letter)).text).toContain(`Open Hana Holm:\n${url}`);
  });
});

describe("whatever people typed", () => {
  const hostile: ReminderFacts = {
    ...facts,
    requestTitle: HOSTILE,
    holder: HOSTILE,
    team: HOSTILE,
    others: [{ name: HOSTILE, reasons: ["lead"] }],
    dataset: HOSTILE,
    datasetTitle: HOSTILE,
    rule: HOSTILE,
    source: HOSTILE,
  };
  const people = { person: HOSTILE, team: HOSTILE, others: hostile.others };
  const hostileDuty = dutyLetter({
    language: "en",
    ...{ ...people, what: HOSTILE, rule: HOSTILE, source: HOSTILE, ifMissed: HOSTILE, today: end },
    ...{ request: { number: "GB-12", title: HOSTILE, archive: "EGA" }, dueOn: end, moment: null },
    ...{ place: HOSTILE, url: `${APP}/t/sepsis/duties/1`, reasons: ["owner"] },
  });
  const letters = {
    reminder: reminderLetter(hostile),
    duty: hostileDuty,
    digest: digestLetter({
      language: "en",
      ...{ today: end, name: HOSTILE, team: HOSTILE, url: `${APP}/t/sepsis/duties` },
      entries: [hostileDuty, reminderLetter(hostile)].map((letter) => ({ letter, dueOn: end })),
      unsubscribeUrl: `${APP}/api/unsubscribe?token=x`,
    }),
    invitation: invitationLetter({
      language: "en",
      team: HOSTILE,
      invitedBy: HOSTILE,
      role: "member",
      expiresAt: new Date("2027-03-21T09:30:00Z"),
      url: `${APP}/welcome`,
      toAddress: "ana@lab.test",
    }),
  };

  test.each(Object.entries(letters))("stands in a %s as text only", async (_kind, letter) => {
    const { subject, html, text } = await renderLetter(letter);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(text).toContain("<script>alert(1)</script> Bcc: x@evil.test");
    for (const part of [subject, html, text]) expect(part).not.toMatch(/[\u202a-\u202e\r]/);
    expect(subject).not.toMatch(/\p{Cc}/u);
    for (const href of hrefs(html)) expect(href.startsWith(`${APP}/`)).toBe(true);
  });

  test("is cut to 200 characters in a subject", () => {
    const long = reminderLetter({ ...facts, dataset: "𝔻".repeat(10_000) });
    expect(Array.from(long.subject)).toHaveLength(200);
  });
});

describe("the other letters", () => {
  test("an invitation says who invites, to what, in which role and until when", async () => {
    const { subject, text } = await renderLetter(
      invitationLetter({
        language: "en",
        team: "Sepsis Lab",
        invitedBy: "Lea Lund",
        role: "coordinator",
        expiresAt: new Date("2027-03-21T09:30:00Z"),
        url: `${APP}/welcome`,
        toAddress: "ana@lab.test",
      }),
    );
    expect(subject).toBe("Lea Lund invites you to Sepsis Lab on Gatebook");
    expect(text).toContain("Lea Lund invites you to join the team Sepsis Lab as coordinator.");
    expect(text).toContain("Sign in with this address, ana@lab.test");
    expect(text).toContain("It runs until 21 Mar 2027, 09:30 UTC.");
  });

  test("a sign-in mail has its link once as a button and once to copy", async () => {
    const url = `${APP}/sign-in/confirm?token=abc&x=1`;
    const expiresAt = new Date("2027-03-14T09:30:00Z");
    const { html, text } = await renderLetter(signInLetter({ language: "en", url, expiresAt }));
    expect(hrefs(html)).toEqual([url, url].map((one) => one.replace("&", "&amp;")));
    expect(text).toContain(`Sign in:\n${url}\n`);
    expect(text).toContain("The link works until 14 Mar 2027, 09:30 UTC.");
  });
});

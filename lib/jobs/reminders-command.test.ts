import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { readOptions } from "./reminders-command";
import { inWords } from "./reminders-report";

const today = day("2026-11-22");

describe("the arguments of the reminders command", () => {
  it("name a day, a team, a dry run and the form of the report", () => {
    const args = ["--on", "2027-03-01", "--team", "my-lab", "--dry-run", "--json"];
    expect(readOptions(args, today)).toEqual({
      ...{ on: "2027-03-01", team: "my-lab", dryRun: true, json: true },
    });
    expect(readOptions(["--on=2027-03-01"], today)).toMatchObject({ on: "2027-03-01" });
    expect(readOptions([], today)).toEqual({
      ...{ on: today, team: null, dryRun: false, json: false },
    });
  });

  it.each([
    [["--on", "2027-02-30"], "2027-02-30 is not a day of the calendar"],
    [["--on", "tomorrow"], "tomorrow is not a day of the calendar"],
    [["--on"], "Option '--on <value>' argument missing"],
    [["--send"], "Unknown option '--send'"],
    [["2027-03-01"], "Unexpected argument '2027-03-01'"],
  ])("%j are refused with one sentence", (args, start) => {
    const answer = readOptions(args, today);
    expect(answer).toBe(
      `${start}; use npm run reminders -- --on 2027-03-01 [--team my-lab] [--dry-run] [--json].`,
    );
  });
});

describe("the report for people", () => {
  const line = { team: "lab", number: "GB-1", dataset: "GTEx v10", dueOn: day("2027-03-14") };
  const clock = { timeZone: "UTC", atOnce: false };

  it("is a table of what was planned, skipped and could not be sent", () => {
    const report = {
      ...{ on: day("2027-03-01"), dryRun: false, mails: 2, pace: "usual" as const, jump: null },
      selected: [
        {
          ...{ ...line, ...clock, noticeId: "", milestone: 14, to: "Ana <ana@lab.test>" },
          ...{ why: "holder, lead", level: "default" as const, mail: "digest" as const },
          ...{ timeZone: "UTC", atOnce: false },
        },
        {
          ...{ ...line, ...clock, noticeId: "", milestone: 1_020, to: "Omar <o@lab.test>" },
          ...{ why: "owner", level: "person" as const, mail: "urgent" as const },
          ...{ timeZone: "UTC", atOnce: true },
        },
      ],
      skipped: [{ ...line, number: "GB-12", reason: "renewal_filed" as const }],
      problems: [{ ...line, problem: "nobody_at_all" as const }],
    };
    const unsent = [{ to: "o@lab.test", reason: "550 No such mailbox" }];
    expect(inWords(report, { sent: 1, unsent, open: 0 })).toBe(
      [
        "Reminders as of 1 Mar 2027",
        "",
        "Planned: 2",
        "  lab  GB-1  GTEx v10  ends 2027-03-14  14 days before   Ana <ana@lab.test>  holder, lead  default schedule           digest",
        "  lab  GB-1  GTEx v10  ends 2027-03-14  20 hours before  Omar <o@lab.test>   owner         the reader's own schedule  mail of its own",
        "",
        "Skipped: 1",
        "  lab  GB-12  GTEx v10  ends 2027-03-14  its renewal is filed",
        "",
        "Look at these: 1",
        "  lab  GB-1  GTEx v10  ends 2027-03-14  nobody can be reached",
        "",
        "Not sent yet, or given up: 1",
        "  o@lab.test  550 No such mailbox",
        "",
        "Sent: 1. Not sent: 1.",
      ].join("\n"),
    );
  });

  it("says so when a dry run finds nothing", () => {
    const report = {
      ...{ on: today, dryRun: true, mails: 0, pace: "usual" as const, jump: null },
      ...{ selected: [], skipped: [], problems: [] },
    };
    expect(inWords(report, { sent: 0, unsent: [], open: 0 })).toBe(
      "Reminders as of 22 Nov 2026 (dry run: nothing is written or sent)\n\nNothing new to send.",
    );
  });
});

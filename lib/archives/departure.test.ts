import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import { ARCHIVES, archiveByCode } from "./index";
import { PERSON_FUNCTIONS, type PersonFunction } from "./lifecycle";

const lastDay = day("2027-03-31");

type Standing = "draft" | "filed" | "approved";

function rulesOf(code: string) {
  const archive = archiveByCode(code);
  if (!archive) throw new Error(`There is no archive ${code}`);
  return archive.departure;
}

function leaving(functions: readonly PersonFunction[], standing: Standing) {
  return { functions, lastDay, approved: standing === "approved", filed: standing !== "draft" };
}

/** Archive, standing, functions, and the duties that follow: `kind effect day`. */
const DUTIES: [string, Standing, PersonFunction[], string[]][] = [
  [
    "dbgap",
    "approved",
    ["pi"],
    [
      "dbgap_close_out close 2027-03-30",
      "dbgap_destruction destroy 2027-03-30",
      "dbgap_apply_anew hand_over 2027-03-31",
    ],
  ],
  [
    "dbgap",
    "filed",
    ["pi"],
    ["dbgap_withdrawal close 2027-03-31", "dbgap_apply_anew hand_over 2027-03-31"],
  ],
  ["dbgap", "draft", ["pi"], []],
  [
    "dbgap",
    "approved",
    ["internal_collaborator"],
    ["dbgap_people_change amend 2027-04-14", "dbgap_copies destroy 2027-03-31"],
  ],
  [
    "dbgap",
    "approved",
    ["external_collaborator", "downloader"],
    ["dbgap_people_change amend 2027-04-14", "dbgap_copies destroy 2027-03-31"],
  ],
  ["dbgap", "approved", ["supervised"], ["dbgap_copies destroy 2027-03-31"]],
  ["dbgap", "filed", ["downloader"], ["dbgap_people_change amend 2027-04-14"]],
  ["dbgap", "draft", ["internal_collaborator", "signing_official"], []],
  ["dbgap", "approved", ["signing_official"], ["dbgap_official_change amend 2027-04-14"]],
  ["dbgap", "approved", ["it_director"], ["dbgap_official_change amend 2027-04-14"]],
  [
    "dbgap",
    "approved",
    ["it_director", "downloader"],
    [
      "dbgap_people_change amend 2027-04-14",
      "dbgap_official_change amend 2027-04-14",
      "dbgap_copies destroy 2027-03-31",
    ],
  ],
  ["dbgap", "approved", [], []],
  [
    "ega",
    "approved",
    ["applicant"],
    [
      "ega_user_change amend 2027-03-31",
      "ega_staff_change notify 2027-04-30",
      "ega_copies destroy 2027-03-31",
    ],
  ],
  [
    "ega",
    "approved",
    ["authorised_personnel"],
    ["ega_staff_change notify 2027-04-30", "ega_copies destroy 2027-03-31"],
  ],
  ["ega", "filed", ["authorised_personnel"], ["ega_application_change amend 2027-04-30"]],
  ["ega", "draft", ["applicant"], []],
  ["ega", "approved", ["legal_representative"], []],
  ["physionet", "approved", ["applicant"], ["physionet_copies destroy 2027-03-31"]],
  ["physionet", "filed", ["applicant"], []],
];

describe("what somebody's leaving asks for", () => {
  test.each(DUTIES)("%s, %s, as %j", (code, standing, functions, expected) => {
    const duties = rulesOf(code).duties(leaving(functions, standing));
    expect(duties.map(({ kind, effect, dueOn }) => `${kind} ${effect} ${dueOn}`)).toEqual(expected);
  });

  test("every duty says what to do, how its day comes about, and a source", () => {
    for (const archive of ARCHIVES) {
      for (const one of PERSON_FUNCTIONS) {
        for (const standing of ["draft", "filed", "approved"] as const) {
          const joining = { functions: [one], firstDay: lastDay };
          const duties = [
            ...archive.departure.duties(leaving([one], standing)),
            ...archive.departure.joins(joining),
          ];
          const kinds = duties.map(({ kind }) => kind);
          expect(new Set(kinds).size).toBe(kinds.length);
          for (const duty of duties) {
            expect(duty.kind).toMatch(new RegExp(`^${archive.code}_[a-z_]+$`));
            for (const text of [duty.what, duty.rule]) expect(text).toMatch(/^[A-Z].*\.$/s);
            expect(duty.source).not.toBe("");
          }
        }
      }
    }
  });
});

/** Archive, standing, functions, and how responsibility passes on. */
const HAND_OVER: [string, Standing, PersonFunction[], string][] = [
  ["dbgap", "approved", ["pi"], "close_and_reapply"],
  ["dbgap", "filed", ["pi"], "close_and_reapply"],
  ["dbgap", "draft", ["pi"], "transfer"],
  ["dbgap", "approved", ["internal_collaborator"], "transfer"],
  ["dbgap", "approved", [], "transfer"],
  ["ega", "approved", ["applicant"], "amend"],
  ["ega", "filed", ["applicant"], "amend"],
  ["ega", "draft", ["applicant"], "transfer"],
  ["ega", "approved", ["authorised_personnel"], "transfer"],
  ["physionet", "approved", ["applicant"], "transfer"],
];

describe("how responsibility passes on", () => {
  test.each(HAND_OVER)("%s, %s, as %j: %s", (code, standing, functions, how) => {
    const answer = rulesOf(code).handOver(leaving(functions, standing));
    expect(answer.how).toBe(how);
    expect(answer.why).toMatch(/^[A-Z].*\.$/s);
  });
});

describe("what somebody's joining asks for", () => {
  test.each<[string, PersonFunction, string[]]>([
    ["dbgap", "internal_collaborator", ["dbgap_joiner_update amend 2027-04-14"]],
    ["dbgap", "supervised", []],
    ["dbgap", "signing_official", []],
    ["ega", "authorised_personnel", ["ega_joiner_notice notify 2027-04-30"]],
    ["ega", "legal_representative", []],
    ["physionet", "applicant", []],
  ])("%s, as %s", (code, one, expected) => {
    const duties = rulesOf(code).joins({ functions: [one], firstDay: lastDay });
    expect(duties.map(({ kind, effect, dueOn }) => `${kind} ${effect} ${dueOn}`)).toEqual(expected);
  });
});

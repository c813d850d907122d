import { describe, expect, test } from "vitest";
import { ARCHIVES } from "./index";
import { type Lifecycle, type Move, PARTIES, type Party } from "./lifecycle";

const LIFECYCLES = [
  ...ARCHIVES.flatMap((archive) => archive.lifecycles),
  ...ARCHIVES.flatMap((archive) => archive.qualifications.map(({ lifecycle }) => lifecycle)),
];
const lifecycle = (id: string) => {
  const found = LIFECYCLES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no lifecycle ${id}`);
  return found;
};

/** Where an item may stand: its step, and whether an approval that nobody ended hangs on it. */
type Place = `${string}+${"granted" | "nothing"}`;
const place = (step: string, granted: boolean): Place =>
  `${step}+${granted ? "granted" : "nothing"}`;

/** What a move makes of an approval: some give one, some take it, most leave it as it was. */
function grantedAfter({ effect }: Move, before: boolean): boolean {
  if (effect === "grant") return true;
  return effect === "end" || effect === "close" ? false : before;
}

const suits = (move: Move, granted: boolean) =>
  move.only === undefined || (move.only === "granted") === granted;

/** All places that an item can come to, and the moves that lead somewhere from each of them. */
function explore({ initial, moves }: Lifecycle): Map<Place, Move[]> {
  const seen = new Map<Place, Move[]>();
  const open: [string, boolean][] = [[initial, false]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [step, granted] = next;
    if (seen.has(place(step, granted))) continue;
    const out = moves.filter((move) => move.from.includes(step) && suits(move, granted));
    seen.set(place(step, granted), out);
    for (const move of out) open.push([move.to, grantedAfter(move, granted)]);
  }
  return seen;
}

/** What of it ends: nothing leads on, and the archive says so. */
const FINAL: Readonly<Record<string, readonly string[]>> = {
  "dbgap-project": ["closed", "withdrawn"],
  "ega-application": ["closed", "revoked", "withdrawn"],
  "physionet-restricted": ["closed", "revoked", "withdrawn"],
  "physionet-credentialed": ["closed", "revoked", "withdrawn"],
  "physionet-contributor": ["closed", "revoked", "withdrawn"],
  "physionet-credential": ["rejected", "revoked", "withdrawn"],
  "physionet-citi": ["accepted", "rejected", "withdrawn"],
};

/** Where an approval that nobody ended may hang on an item; nowhere else. */
const WITH_ACCESS: Readonly<Record<string, readonly string[]>> = {
  "dbgap-project": [
    ...["approved", "renewal_draft", "so_review", "dac_review", "revision_requested", "rejected"],
    "closeout_submitted",
  ],
  "ega-application": [
    ...["granted", "renewal_draft", "internal_signature", "submitted", "dac_review"],
    ...["dac_queries", "countersigned", "denied"],
  ],
  "physionet-restricted": ["signed"],
  "physionet-credentialed": ["signed"],
  "physionet-contributor": ["accepted", "renewal_draft", "pending", "rejected"],
};

describe.each(LIFECYCLES)("$id", (one) => {
  const places = explore(one);
  const standing = [...places.keys()];

  test("every step is come to, and every way out is one that somebody can take", () => {
    const steps = new Set(standing.map((entry) => entry.split("+")[0]));
    expect([...steps].sort()).toEqual(one.steps.map(({ id }) => id).sort());
    const taken = new Map<string, Set<string>>();
    for (const [entry, out] of places) {
      for (const { id } of out) {
        taken.set(id, (taken.get(id) ?? new Set()).add(entry.split("+")[0] ?? ""));
      }
    }
    for (const move of one.moves) {
      expect([...(taken.get(move.id) ?? [])].sort(), move.id).toEqual([...move.from].sort());
    }
  });

  test("every step leads on or is an end", () => {
    const ends = one.steps
      .filter(({ id }) => !one.moves.some((move) => move.from.includes(id)))
      .map(({ id }) => id);
    const known = FINAL[one.id];
    if (known) expect(ends.sort()).toEqual([...known].sort());
    for (const id of ends) {
      const status = one.steps.find((step) => step.id === id)?.status ?? "";
      expect(["approved", "rejected", "withdrawn", "closed", "terminated"], id).toContain(status);
    }
  });

  test("nothing with an approval can be stuck: it is approved, ended, or led back", () => {
    for (const [entry, out] of places) {
      if (entry.endsWith("+granted") && WITH_ACCESS[one.id]) {
        expect(out.length, entry).toBeGreaterThan(0);
      }
    }
  });

  test("what a move asks has an id, a kind and at most one of each meaning", () => {
    for (const move of one.moves) {
      const meanings = move.asks.flatMap(({ meaning }) => meaning ?? []);
      expect(new Set(meanings).size, move.id).toBe(meanings.length);
      expect(PARTIES).toContain(move.by);
      const days = move.asks.filter(({ meaning }) => meaning === "on");
      for (const ask of days) expect(ask, move.id).toMatchObject({ kind: "date", required: true });
      if (move.effect === "grant") expect(days, move.id).toEqual([]);
      if (["file", "send_back"].includes(move.effect)) expect(days, move.id).toHaveLength(1);
    }
  });

  test("what the clock does begins in known steps and leads on by known moves", () => {
    const { lapse } = one;
    if (!lapse) return;
    const ids = one.steps.map(({ id }) => id);
    for (const from of lapse.from) {
      expect(ids).toContain(from);
      expect(standing, from).toContain(place(from, true));
    }
    for (const way of lapse.ways) {
      const move = one.moves.find(({ id }) => id === way);
      expect(
        move?.from.some((from) => lapse.from.includes(from)),
        way,
      ).toBe(true);
    }
    expect(lapse.sentence).toMatch(/^[A-Z].*\.$/);
  });
});

test.each(Object.entries(WITH_ACCESS))("%s: an approval hangs only where it may", (id, allowed) => {
  const held = [...explore(lifecycle(id)).keys()]
    .filter((entry) => entry.endsWith("+granted"))
    .map((entry) => entry.split("+")[0] ?? "");
  expect(held.sort()).toEqual([...allowed].sort());
});

/** A row of an archive's table: from where, what happens, who does it, where it leads, what proves it. */
type Row = [from: string, move: string, by: Party, to: string, ...evidence: string[]];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  "physionet-credential": [
    ["to_apply", "apply", "holder", "pending", "on"],
    ["pending", "identity_check_begun", "archive", "identity_check"],
    ["identity_check", "identity_accepted", "archive", "reference"],
    ["reference", "reference_contacted", "archive", "reference_response", "on"],
    ["reference", "reference_skipped", "archive", "final_review"],
    ["reference_response", "reference_confirmed", "reference", "final_review"],
    ["reference_response", "reference_refused", "reference", "rejected"],
    ["reference_response", "reference_silent", "archive", "rejected"],
    ["final_review", "accept", "archive", "accepted", "on"],
    ...["pending", "identity_check", "reference", "reference_response", "final_review"].flatMap(
      (stage): Row[] => [
        [stage, "reject", "archive", "rejected", "why"],
        [stage, "withdraw", "holder", "withdrawn"],
      ],
    ),
    ...["identity_check", "reference", "reference_response", "final_review"].map(
      (stage): Row => [stage, "reset", "archive", "pending"],
    ),
    ["accepted", "revoke", "archive", "revoked", "on"],
  ],
  "physionet-citi": [
    ["to_send", "upload", "holder", "in_review", "completedOn", "reportEndsOn", "reference"],
    ["in_review", "accept", "archive", "accepted", "on"],
    ["in_review", "reject", "archive", "rejected", "why"],
    ["in_review", "withdraw", "holder", "withdrawn"],
  ],
  "physionet-contributor": [
    ["draft", "submit", "us", "ready_to_file"],
    ["ready_to_file", "file", "holder", "pending", "on"],
    ["pending", "accept", "reviewers", "accepted", "durationDays"],
    ["pending", "reject", "reviewers", "rejected", "reason"],
    ["rejected", "apply_again", "us", "draft"],
    ["pending", "withdraw", "holder", "withdrawn"],
    ["pending", "accepted_by_itself", "archive", "accepted", "durationDays"],
    ["accepted", "revoke", "reviewers", "revoked", "reason", "paper"],
    ["accepted", "begin_anew", "holder", "renewal_draft"],
  ],
  "dbgap-project": [
    ["draft", "submit", "us", "ready_to_file"],
    ["ready_to_file", "file", "pi", "so_review", "projectNumber"],
    ["so_review", "so_approved", "signing_official", "dac_review", "on"],
    ["so_review", "so_returned", "signing_official", "revision_requested", "reason", "paper"],
    ["so_review", "pi_recalled", "pi", "draft"],
    ["so_review", "recall_renewal", "pi", "renewal_draft"],
    ["dac_review", "approve", "dac", "approved", "darNumber"],
    ["dac_review", "reject", "dac", "rejected", "reason", "paper"],
    ["dac_review", "request_changes", "dac", "revision_requested", "reason", "paper"],
    ["approved", "version_action", "archive", "revision_requested", "reason", "paper"],
    ["approved", "revise_approved", "pi", "revision_requested", "on"],
    ["revision_requested", "resubmit", "pi", "so_review", "on", "reselect"],
    ["rejected", "revise", "us", "revision_requested"],
    ["approved", "begin_renewal", "pi", "renewal_draft"],
    ["renewal_draft", "file_renewal", "pi", "so_review", "on"],
    ["approved", "start_close_out", "pi", "closeout_submitted", "on"],
    ["closeout_submitted", "confirm_destruction", "signing_official", "closed", "on"],
    ["approved", "suspend", "archive", "suspended", "reason", "paper"],
    ["approved", "terminate", "archive", "terminated", "reason", "paper"],
    ["dac_review", "suspend", "archive", "suspended", "reason"],
    ["suspended", "terminate_suspended", "archive", "terminated", "reason"],
    ["suspended", "reinstate", "archive", "approved", "reason"],
    ["terminated", "reinstate", "archive", "approved", "reason"],
  ],
  "ega-application": [
    ["draft", "ask_help_desk", "us", "help_desk", "on"],
    ["forms_requested", "ask_help_desk", "us", "help_desk", "on"],
    ["help_desk", "request_forms", "us", "forms_requested", "on"],
    ["draft", "request_accounts", "us", "account_pending", "on"],
    ["account_pending", "accounts_active", "help_desk", "account_active", "on"],
    ["account_active", "request_accounts", "us", "account_pending", "on"],
    ["account_active", "request_forms", "us", "forms_requested", "on"],
    ["forms_requested", "submit", "us", "internal_signature"],
    ["internal_signature", "renegotiate", "legal_representative", "forms_requested", "clause"],
    ["internal_signature", "file", "us", "submitted", "paper", "on"],
    ["submitted", "review_started", "dac", "dac_review", "on"],
    ["dac_review", "queries", "dac", "dac_queries", "questions", "paper"],
    ["dac_queries", "answered", "us", "dac_review", "given", "paper"],
    ["dac_review", "countersigned", "dac", "countersigned", "paper"],
    ["countersigned", "grant", "dac", "granted"],
    ["dac_review", "grant", "dac", "granted"],
    ["dac_review", "deny", "dac", "denied", "reason", "paper"],
    ["granted", "revoke", "dac", "revoked", "reason", "paper"],
    ["granted", "begin_extension", "us", "renewal_draft"],
    ["granted", "close", "us", "closed", "on"],
  ],
};

describe.each(Object.entries(TABLES))("the table of %s", (id, rows) => {
  const one = lifecycle(id);
  const reached = explore(one);

  test.each(rows)("%s: %s by %s leads to %s", (from, moveId, by, to, ...evidence) => {
    const move = one.moves.find((candidate) => candidate.id === moveId);
    expect(move).toMatchObject({ by, to });
    expect(move?.from).toContain(from);
    const open = [...reached].filter(([entry]) => entry.startsWith(`${from}+`));
    expect(open.some(([, out]) => out.some((candidate) => candidate.id === moveId))).toBe(true);
    for (const proof of evidence) {
      if (proof === "paper" || proof === "reselect") expect(move?.[proof]).toBeTruthy();
      else expect(move?.asks.map((ask) => ask.id)).toContain(proof);
    }
  });
});

const USUAL: [lifecycle: string, step: string, expectedDays: number, chaseAfterDays: number][] = [
  ["physionet-credential", "pending", 14, 30],
  ["physionet-credential", "reference_response", 7, 14],
  ["physionet-citi", "in_review", 14, 30],
  ["dbgap-project", "so_review", 28, 56],
  ["dbgap-project", "dac_review", 30, 42],
  ["ega-application", "account_pending", 2, 3],
  ["ega-application", "forms_requested", 14, 30],
  ["ega-application", "internal_signature", 28, 56],
  ["ega-application", "dac_review", 60, 90],
  ["ega-application", "countersigned", 2, 7],
];

test.each(USUAL)("%s: %s usually takes %s days", (id, step, expectedDays, chaseAfterDays) => {
  const found = lifecycle(id).steps.find((candidate) => candidate.id === step);
  expect(found?.usual).toMatchObject({ expectedDays, chaseAfterDays });
  // Whoever reads the figure is told where it comes from, or that it is nobody's but ours.
  expect(found?.usual?.source).toMatch(/https:|GitHub|[Oo]ur own|not confirmed|[Ii]ssues? /);
});

test("the clock ends an approval where the archive's table says so, and nowhere else", () => {
  const lapsing = LIFECYCLES.filter(({ lapse }) => lapse).map(({ id }) => id);
  expect(lapsing.sort()).toEqual(["dbgap-project", "ega-application", "physionet-contributor"]);
});

test("what happens by itself is told: unanswered requests, and references who stay silent", () => {
  const days = (id: string, step: string) =>
    lifecycle(id)
      .steps.find((candidate) => candidate.id === step)
      ?.byItself?.map(({ afterDays }) => afterDays);
  expect(days("physionet-contributor", "pending")).toEqual([365]);
  expect(days("physionet-credential", "reference_response")).toEqual([15, 30]);
});

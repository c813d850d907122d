import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import type { Archive } from "./archive";
import type { Section } from "./form";
import { ARCHIVES, archiveByCode } from "./index";
import { type Lifecycle, PARTIES, REVIEW_STATUSES } from "./lifecycle";

const LIFECYCLES = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.map((lifecycle) => ({ id: lifecycle.id, archive, lifecycle })),
);
const PRIVATE_KEY = /\[(PB|PN|MC|EC|MM|PRM|PDA|GK|W)\b/;

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function fieldsOf(sections: readonly Section[]) {
  return sections.flatMap((section) => section.fields);
}

/** Steps that can be entered, walking from the first one. */
function reachable({ initial, moves }: Lifecycle): Set<string> {
  const seen = new Set([initial]);
  for (const step of seen) {
    for (const move of moves) if (move.from.includes(step)) seen.add(move.to);
  }
  return seen;
}

test("the registry names each archive once and finds it by code", () => {
  expect(duplicates(ARCHIVES.map((archive) => archive.code))).toEqual([]);
  for (const archive of ARCHIVES) expect(archiveByCode(archive.code)).toBe(archive);
  expect(archiveByCode("dryad")).toBeUndefined();
});

test("no two lifecycles share an id", () => {
  expect(duplicates(LIFECYCLES.map(({ id }) => id))).toEqual([]);
});

describe.each(LIFECYCLES)("$id", ({ archive, lifecycle }) => {
  const { steps, moves, initial } = lifecycle;
  const ids = steps.map((step) => step.id);

  test("ids are unique, and each move leads from known steps to a known one", () => {
    expect(duplicates(ids)).toEqual([]);
    expect(duplicates(moves.map((move) => move.id))).toEqual([]);
    for (const move of moves) {
      expect(move.from.length, move.id).toBeGreaterThan(0);
      for (const step of [...move.from, move.to]) expect(ids, move.id).toContain(step);
      expect(move.from, move.id).not.toContain(move.to);
    }
  });

  test("steps use the shared statuses and parties, and the first one is an editable draft", () => {
    for (const step of steps) {
      expect(REVIEW_STATUSES).toContain(step.status);
      expect(PARTIES).toContain(step.waitingOn);
    }
    expect(steps.find((step) => step.id === initial)).toMatchObject({
      status: "draft",
      editable: true,
    });
  });

  test("every step can be reached", () => {
    expect([...reachable(lifecycle)].sort()).toEqual([...ids].sort());
  });

  test("who waits on somebody has a way out; where nobody is waited for, it has been decided", () => {
    const decided = ["approved", "rejected", "withdrawn", "closed", "terminated"];
    for (const step of steps) {
      const out = moves.filter((move) => move.from.includes(step.id));
      if (step.waitingOn !== "nobody") expect(out.length, step.id).toBeGreaterThan(0);
      expect(step.waitingOn === "nobody", step.id).toBe(decided.includes(step.status));
      if (step.status === "approved") expect(out.length, step.id).toBeGreaterThan(0);
    }
  });

  test("Submit leaves the draft, and the filing is named after the archive", () => {
    const submit = moves.filter((move) => move.label === "Submit");
    expect(submit).toMatchObject([{ effect: "submit", scope: "request" }]);
    expect(submit[0]?.from).toContain(initial);
    const file = moves.filter((move) => move.label === `Mark as submitted at ${archive.name}`);
    expect(file).toMatchObject([{ effect: "file" }]);
    expect(file[0]?.from).toContain(submit[0]?.to);
    expect(file[0]?.asks).toContainEqual(
      expect.objectContaining({ kind: "date", meaning: "on", required: true }),
    );
  });

  test("a request can go back to the draft before it is filed", () => {
    const back = moves.find((move) => move.label === "Back to draft");
    expect(back?.to).toBe(initial);
    expect(back?.from).toContain(moves.find((move) => move.effect === "submit")?.to);
  });

  test("an approval can be recorded, item by item; nothing else approves what was not approved", () => {
    const grants = moves.filter((move) => move.effect === "grant");
    expect(grants.length).toBeGreaterThan(0);
    for (const move of moves) {
      const status = steps.find((step) => step.id === move.to)?.status;
      if (move.effect === "grant") expect(status, move.id).toBe("approved");
      else if (status === "approved") expect(move.only, move.id).toBe("granted");
    }
    for (const grant of grants) {
      expect(grant.label).toMatch(/^Record approval/);
      expect(grant.scope).toBe("item");
    }
  });

  test("a renewal starts from the approval and leaves it standing", () => {
    for (const move of moves.filter(({ effect }) => effect === "renew")) {
      expect(move).toMatchObject({ only: "granted" });
      const from = move.from.map((id) => steps.find((step) => step.id === id)?.status);
      expect(from).toEqual(["approved"]);
    }
  });

  test("leaving an approval for good ends its grant", () => {
    const over = ["closed", "terminated"];
    for (const move of moves) {
      const status = steps.find((step) => step.id === move.to)?.status ?? "";
      expect(["end", "close"].includes(move.effect), move.id).toBe(over.includes(status));
    }
  });

  test("an answer in days is asked exactly where the terms count in days", () => {
    const asks = moves.flatMap((move) => move.asks.map((ask) => ({ ...ask, effect: move.effect })));
    const inDays = asks.filter((ask) => ask.meaning === "durationDays");
    expect(inDays.length > 0).toBe(archive.terms(lifecycle.id).asksDuration);
    for (const ask of inDays) expect(ask).toMatchObject({ kind: "days", effect: "grant" });
  });

  test("questions of a move have unique ids, and an example that passes their own pattern", () => {
    for (const move of moves) {
      expect(duplicates(move.asks.map((ask) => ask.id)), move.id).toEqual([]);
      for (const ask of move.asks) {
        if (ask.pattern === undefined) continue;
        expect(ask.example ?? "").toMatch(new RegExp(ask.pattern, "u"));
      }
    }
  });

  test("every step, move and duty has a public source and words of its own", () => {
    const said = [
      ...steps.flatMap((step) => [step.label, step.sentence, step.source]),
      ...steps.flatMap((step) => (step.usual ? [step.usual.source] : [])),
      ...moves.flatMap((move) => [move.label, move.source]),
      ...moves.flatMap((move) => move.asks.map((ask) => ask.label)),
      archive.terms(lifecycle.id).endDuty.source,
    ];
    for (const text of said) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(PRIVATE_KEY);
    }
    for (const step of steps) expect(step.sentence, step.id).toMatch(/^[A-Z].*\.$/);
  });

  test("a step is chased after its usual length, not before", () => {
    for (const { id, usual } of steps) {
      if (usual) expect(usual.chaseAfterDays, id).toBeGreaterThan(usual.expectedDays);
    }
  });
});

describe.each(LIFECYCLES)("the form of $id", ({ archive, lifecycle }) => {
  const sections = archive.sections(lifecycle.id);
  const fields = fieldsOf(sections);

  test("has questions, each with an id of its own that no other part of a draft uses", () => {
    expect(fields.length).toBeGreaterThan(0);
    expect(duplicates(sections.map((section) => section.id))).toEqual([]);
    expect(duplicates(fields.map((field) => field.id))).toEqual([]);
    for (const { id } of fields) expect(["title", "items"]).not.toContain(id);
  });

  test("guides beside every question", () => {
    for (const { id, label, guidance, source = "public" } of fields) {
      expect(guidance.trim(), id).not.toBe("");
      expect(guidance + label + source, id).not.toMatch(PRIVATE_KEY);
      expect(source.trim(), id).not.toBe("");
    }
  });

  test("offers different options where one chooses", () => {
    for (const { id, kind, options } of fields) {
      expect(options !== undefined, id).toBe(kind === "select" || kind === "multiselect");
      expect(duplicates((options ?? []).map((option) => option.value)), id).toEqual([]);
      expect(duplicates((options ?? []).map((option) => option.label)), id).toEqual([]);
    }
  });

  test("gives a person a function wherever it asks for one", () => {
    for (const { id, kind, function: role } of fields) {
      expect(role !== undefined, id).toBe(kind === "person" || kind === "people");
    }
  });

  test("lets a question hang only on an earlier one with that option", () => {
    for (const [index, { id, when }] of fields.entries()) {
      if (!when) continue;
      const earlier = fields.slice(0, index).find((field) => field.id === when.field);
      const options = earlier?.options?.map((option) => option.value) ?? [];
      for (const value of when.in) expect(options, id).toContain(value);
    }
  });

  test("asks per item only where an item is a person", () => {
    const perItem = sections.some((section) => section.scope === "item");
    expect(perItem).toBe(archive.itemPerPerson);
  });
});

describe("terms", () => {
  const decidedOn = day("2026-03-14");
  const propose = (code: string, lifecycle: string, durationDays?: number) =>
    archiveByCode(code)
      ?.terms(lifecycle)
      .proposeEnd({
        decidedOn,
        startsOn: decidedOn,
        ...(durationDays === undefined ? {} : { durationDays }),
      });

  test.each([
    ["dbgap", "dbgap-project", undefined, "2027-03-14"],
    ["ega", "ega-application", undefined, null],
    ["physionet", "physionet-restricted", undefined, null],
    ["physionet", "physionet-credentialed", undefined, null],
    ["physionet", "physionet-contributor", undefined, "2026-03-28"],
    ["physionet", "physionet-contributor", 30, "2026-04-13"],
    ["physionet", "physionet-contributor", 0, null],
  ])("%s, %s, %s days: the last day is %s, with the rule in words", (code, id, days, endsOn) => {
    const proposal = propose(code, id, days);
    expect(proposal?.endsOn).toBe(endsOn);
    expect(proposal?.rule).toMatch(/^\w.*\.$/);
  });

  test("a dbGaP approval of 29 February ends on 28 February", () => {
    const leap = day("2028-02-29");
    const end = archiveByCode("dbgap")
      ?.terms("dbgap-project")
      .proposeEnd({ decidedOn: leap, startsOn: leap });
    expect(end?.endsOn).toBe("2029-02-28");
  });
});

describe("what shares a request and which lifecycle it follows", () => {
  const of = (code: string) => archiveByCode(code) as Archive;
  const unit = (code: string, dac: string | null = null) => ({ code, dac });

  test("versions of one PhysioNet project stand together, projects do not", () => {
    const { sharesRequest } = of("physionet");
    expect(sharesRequest(unit("mimiciv/3.1"), unit("mimiciv/2.2"))).toBe(true);
    expect(sharesRequest(unit("mimiciv/3.1"), unit("mimic-iv-note/2.2"))).toBe(false);
  });

  test("EGA data sets stand together under one known committee", () => {
    const { sharesRequest } = of("ega");
    expect(sharesRequest(unit("EGAD00010000674", "ELSA"), unit("EGAD00010000676", "ELSA"))).toBe(
      true,
    );
    expect(sharesRequest(unit("EGAD00010000674", "ELSA"), unit("EGAD00001002886", "NABEC"))).toBe(
      false,
    );
    expect(sharesRequest(unit("EGAS00001000910"), unit("EGAD00001002886"))).toBe(false);
  });

  test("a dbGaP project holds data sets of several committees", () => {
    expect(of("dbgap").sharesRequest(unit("phs000007.c1", "NHLBI"), unit("phs000424.c1"))).toBe(
      true,
    );
  });

  test.each([
    ["restricted", "click_through_dua", "physionet-restricted"],
    ["credentialed", "credentialed", "physionet-credentialed"],
    ["contributor_review", "controlled", "physionet-contributor"],
    [null, "click_through_dua", "physionet-restricted"],
    [null, "controlled", "physionet-contributor"],
    [null, "credentialed", "physionet-credentialed"],
  ])("a PhysioNet version with policy %s and class %s follows %s", (policy, accessClass, id) => {
    expect(of("physionet").lifecycleOf({ code: "x/1.0", policy, accessClass })).toBe(id);
  });
});

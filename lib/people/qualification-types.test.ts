import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import { PARTIES, type Step } from "../archives/lifecycle";
import { day } from "../dates/day";
import { askSchema } from "../requests/move-answers";
import { QUALIFICATION_TYPES, typeById, typesHeldBy } from "./qualification-types";
import { schemeById } from "./schemes";

const DECIDED = ["approved", "rejected", "withdrawn", "closed", "terminated"];
const OVER = ["closed", "terminated"];

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

describe("the types of qualification", () => {
  it("are each named once, found by id, and held by somebody", () => {
    const ids = QUALIFICATION_TYPES.map(({ id }) => id);
    expect([...ids].sort()).toEqual([
      "affiliation",
      "citi_data_only",
      "dbgap_own_approval",
      "ethics_approval",
      "federalwide_assurance",
      "gcp",
      "identity_proof",
      "library_card",
      "physionet_credential",
      "sp800_171",
    ]);
    for (const type of QUALIFICATION_TYPES) expect(typeById(type.id)).toBe(type);
    expect(typeById("nothing")).toBeUndefined();
    expect(typesHeldBy("institution").map(({ id }) => id)).toEqual([
      "sp800_171",
      "ethics_approval",
      "federalwide_assurance",
    ]);
    expect(typesHeldBy("person")).toHaveLength(7);
  });

  it("have lifecycles whose ids no other has", () => {
    const ids = [
      ...QUALIFICATION_TYPES.map(({ lifecycle }) => lifecycle.id),
      ...ARCHIVES.flatMap(({ lifecycles }) => lifecycles.map(({ id }) => id)),
    ];
    expect(unique(ids)).toBe(true);
  });
});

describe.each(QUALIFICATION_TYPES)("$id", (type) => {
  const { steps, moves, initial } = type.lifecycle;
  const status = (id: string) => steps.find((step) => step.id === id)?.status ?? "";
  const from = (step: Step) => moves.filter((move) => move.from.includes(step.id));

  it("has moves between known steps, all of which can be reached", () => {
    expect(unique(steps.map(({ id }) => id))).toBe(true);
    expect(unique(moves.map(({ id }) => id))).toBe(true);
    const seen = new Set([initial]);
    for (const id of seen) for (const move of moves) if (move.from.includes(id)) seen.add(move.to);
    expect([...seen].sort()).toEqual(steps.map(({ id }) => id).sort());
    for (const move of moves) {
      for (const id of [...move.from, move.to]) expect(status(id), move.id).not.toBe("");
      expect(move.from, move.id).not.toContain(move.to);
    }
  });

  it("begins as a draft that can be edited", () => {
    expect(steps.find(({ id }) => id === initial)).toMatchObject({
      status: "draft",
      editable: true,
    });
  });

  it("waits on nobody exactly where it has been decided, and is chased after its usual length", () => {
    for (const step of steps) {
      expect(PARTIES).toContain(step.waitingOn);
      expect(step.waitingOn === "nobody", step.id).toBe(DECIDED.includes(step.status));
      if (step.waitingOn !== "nobody") expect(from(step).length, step.id).toBeGreaterThan(0);
      if (step.usual) expect(step.usual.chaseAfterDays).toBeGreaterThan(step.usual.expectedDays);
    }
  });

  it("can be recorded as held at once, with the day on which that began", () => {
    const held = moves.filter((move) => status(move.to) === "approved");
    expect(held.some((move) => move.from.includes(initial))).toBe(true);
    for (const move of held) {
      expect(move.asks.filter(({ meaning }) => meaning === "on")).toMatchObject([
        { kind: "date", required: true },
      ]);
    }
  });

  it("ends what was held exactly where it was taken back or given up", () => {
    for (const move of moves) {
      expect(move.effect, move.id).toBe(OVER.includes(status(move.to)) ? "end" : "none");
      const held = move.from.some((id) => status(id) === "approved");
      if (held) expect(OVER, move.id).toContain(status(move.to));
      if (move.effect === "end") expect(held, move.id).toBe(true);
    }
  });

  it("asks for the days by which its clocks run, and knows their settings", () => {
    const asked = moves.flatMap(({ asks }) => asks.map(({ meaning }) => meaning));
    const archive = ARCHIVES.find(({ qualifications }) => qualifications.includes(type));
    const settings = archive?.rules.map(({ id }) => id) ?? [];
    expect(unique(type.clocks.map(({ id }) => id))).toBe(true);
    for (const { end, onlyIf } of type.clocks) {
      if (typeof end === "string") expect(asked).toContain(end);
      else expect(settings).toContain(end.afterStartDays);
      if (onlyIf !== undefined) expect(settings).toContain(onlyIf);
    }
  });

  it("asks questions with ids of their own, and examples that pass their own pattern", () => {
    for (const { id, asks } of moves) {
      expect(unique(asks.map((ask) => ask.id)), id).toBe(true);
      for (const { pattern, example = "" } of asks) {
        if (pattern !== undefined) expect(example).toMatch(new RegExp(pattern, "u"));
      }
    }
    expect(unique(type.fields.map((field) => field.id))).toBe(true);
    for (const { options, kind } of type.fields) {
      expect(options !== undefined).toBe(kind === "select");
    }
  });

  it("says everything in words of its own, with a public source", () => {
    const said = [
      ...[type.name, type.proof, type.guidance, type.source],
      ...steps.flatMap((step) => [step.label, step.source, step.usual?.source ?? "x"]),
      ...steps.flatMap(({ byItself = [] }) =>
        byItself.flatMap(({ what, source }) => [what, source]),
      ),
      ...moves.flatMap((move) => [move.label, move.source, ...move.asks.map(({ label }) => label)]),
      ...type.fields.flatMap(({ label, guidance, source = "x" }) => [label, guidance, source]),
      ...type.clocks.map(({ label }) => label),
    ];
    for (const text of said) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/\[(PB|PN|MC|EC|MM|PRM|PDA|GK|W)\b/);
    }
    for (const step of steps) expect(step.sentence, step.id).toMatch(/^[A-Z].*\.$/);
    expect(URL.canParse(type.url)).toBe(true);
  });
});

describe("the rule settings of the archives", () => {
  it("have unique ids, initial values of their own kind, and say that nothing confirms them", () => {
    for (const { rules } of ARCHIVES) {
      expect(unique(rules.map(({ id }) => id))).toBe(true);
      for (const { initial, kind, help, source } of rules) {
        const kinds = { days: "number", day: "string", yes: "boolean" };
        if (initial !== null) expect(typeof initial).toBe(kinds[kind]);
        expect(help).toMatch(/not confirmed|no rule of/i);
        expect(source.trim()).not.toBe("");
      }
    }
  });
});

describe("the gates of the archives", () => {
  const unit = {
    ...{ code: "x", policy: null, consentCode: "HMB-IRB", trainings: ["gcp"] },
    ...{ deprecatedOn: null, embargoUntil: null },
  };
  const classes = ["click_through_dua", "credentialed", "controlled"];
  const gates = ARCHIVES.flatMap((archive) =>
    classes.flatMap((accessClass) =>
      archive.gates({ ...unit, accessClass }, { identityProofFrom: "2026-06-01" }),
    ),
  );

  it("ask only for accounts and qualifications that can be recorded, of who holds them", () => {
    for (const gate of gates) {
      if (gate.kind === "identity") expect(schemeById(gate.scheme), gate.id).toBeDefined();
      if (gate.kind !== "qualification") continue;
      expect(typeById(gate.type)?.holder, gate.id).toBe(gate.holder);
    }
  });

  it("ask for everything that an archive brings along", () => {
    const asked = gates.flatMap((gate) => {
      if (gate.kind === "identity") return gate.scheme;
      return gate.kind === "qualification" ? gate.type : [];
    });
    for (const { identities, qualifications } of ARCHIVES) {
      for (const { id } of [...identities, ...qualifications]) expect(asked).toContain(id);
    }
  });
});

describe("PhysioNet's credential", () => {
  const lifecycle = typeById("physionet_credential")?.lifecycle;
  const way = (id: string) => lifecycle?.moves.find((move) => move.id === id);

  it("is refused at once when the reference says no", () => {
    expect(way("reference_refused")).toMatchObject({
      from: ["reference_response"],
      to: "rejected",
    });
  });

  it("is sent back to the start only as a whole, never for correction", () => {
    expect(way("reset")).toMatchObject({ to: "pending" });
    expect(lifecycle?.steps.some(({ status }) => status === "changes_requested")).toBe(false);
  });

  it("is not vouched for by whoever applies, nor from a free mail service", () => {
    const dana = { id: "d", name: "Dana Levi", email: "dana@lab.example.org" };
    const holder = { ...dana, rank: "postdoc", institution: "" };
    const problems = (answers: Record<string, string>) =>
      typeById("physionet_credential")
        ?.checkAnswers?.(answers, holder)
        .map(({ field }) => field);
    expect(problems({ referenceName: "dana levi" })).toEqual(["referenceName"]);
    expect(problems({ referenceEmail: dana.email })).toEqual(["referenceEmail"]);
    expect(problems({ referenceEmail: "ana@gmail.com" })).toEqual(["referenceEmail"]);
    expect(problems({ referenceName: "Ana", referenceEmail: "ana@lab.example.org" })).toEqual([]);
  });

  it("knows both clocks of the reference", () => {
    const step = lifecycle?.steps.find(({ id }) => id === "reference_response");
    expect(step?.byItself?.map(({ afterDays }) => afterDays)).toEqual([15, 30]);
    expect(step?.usual?.chaseAfterDays).toBeLessThan(15);
  });
});

describe("the CITI training", () => {
  const asks = typeById("citi_data_only")?.lifecycle.moves.flatMap((move) => move.asks) ?? [];

  it.each([
    ["https://www.citiprogram.org/verify/?k04e73368-7133-41ab", true],
    ["https://www.citiprogram.org/verify/?w0b788c6d-056c-461f", false],
    ["https://example.org/verify/?k04e73368", false],
  ])("is proven by the report, not the certificate: %s", (address, isTaken) => {
    const { pattern = "" } = asks.find(({ meaning }) => meaning === "reference") ?? {};
    expect(new RegExp(pattern, "u").test(address)).toBe(isTaken);
  });

  it("says so of a certificate's address", () => {
    const uploaded = typeById("citi_data_only")?.lifecycle.moves.find(({ id }) => id === "upload");
    const today = day("2026-11-22");
    const read = askSchema(uploaded?.asks ?? [], { today, stepSince: null }).safeParse({
      on: today,
      reference: "https://www.citiprogram.org/verify/?w0b788c6d",
    });
    expect(read.error?.issues).toMatchObject([
      { path: ["reference"], message: expect.stringContaining("certificate") },
    ]);
  });

  it("keeps three days: completed, the report's end, and accepted", () => {
    const kept = new Set(asks.flatMap(({ meaning }) => meaning ?? []));
    expect(kept).toEqual(new Set(["on", "completedOn", "reportEndsOn", "reference"]));
  });
});

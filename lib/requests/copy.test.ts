import { describe, expect, it } from "vitest";
import type { AnswerValue, Section } from "../archives/form";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { type CopySource, copyAnswers } from "./copy";
import { sampleAnswers } from "./sample-answers";

const ANA = "0190a0c0-0000-7000-8000-000000000001";
const BO = "0190a0c0-0000-7000-8000-000000000002";

const formOf = (code: string, lifecycle: string): readonly Section[] =>
  archiveByCode(code)?.sections(lifecycle) ?? [];
const DBGAP = formOf("dbgap", "dbgap-project");
const EGA_LIFECYCLE = archiveByCode("ega")?.lifecycles[0]?.id ?? "";
const EGA = formOf("ega", EGA_LIFECYCLE);
const PHYSIONET = formOf("physionet", "physionet-credentialed");

const source = (
  sections: readonly Section[],
  change: Record<string, AnswerValue> = {},
): CopySource => ({
  sections,
  answers: { ...sampleAnswers(sections, "request", [ANA, BO]), ...change },
  items: [{ unitId: "u1", personId: null, answers: {} }],
});
const target = (sections: readonly Section[], unitId = "u1", people = [ANA, BO]) => ({
  ...{ sections, items: [{ unitId, personId: null }], people: new Set(people) },
});

describe("copying the answers of a request", () => {
  it.each(
    ARCHIVES.flatMap((archive) =>
      archive.lifecycles.map(({ id }) => [id, archive.sections(id)] as const),
    ),
  )("to the same form and data takes everything but ticks in %s", (_id, sections) => {
    const from = {
      ...source(sections),
      items: [{ unitId: "u1", personId: ANA, answers: sampleAnswers(sections, "item", [ANA, BO]) }],
    };
    const to = { ...target(sections), items: [{ unitId: "u1", personId: ANA }] };
    const { answers, itemAnswers, left } = copyAnswers(from, to);
    const noTicks = (all: CopySource["answers"]) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== true));
    expect(answers).toEqual(noTicks(from.answers));
    expect(itemAnswers[`u1:${ANA}`]).toEqual(noTicks(from.items[0]?.answers ?? {}));
    expect(left.every(({ why }) => why === "tick")).toBe(true);
  });

  it("to another archive goes by topic, and says what its form does not ask", () => {
    const { answers, origins, left } = copyAnswers(
      source(DBGAP, { researchUse: "We study sepsis.", storage: "Locked rooms." }),
      target(EGA, "u2"),
    );
    expect(answers).toMatchObject({
      projectText: "We study sepsis.",
      securityAppendix: "Locked rooms.",
    });
    expect(origins).toMatchObject({ projectText: "researchUse", securityAppendix: "storage" });
    expect(left).toContainEqual({ label: "Non-technical summary", why: "not_asked" });
  });

  it("for other data leaves out what is about the data", () => {
    const from = source(EGA, { dataSets: "EGAD1: because" });
    const other = copyAnswers(from, target(EGA, "u2"));
    expect(other.answers).not.toHaveProperty("dataSets");
    expect(other.left).toContainEqual({ label: "Data sets and why each is needed", why: "data" });
    expect(copyAnswers(from, target(EGA)).answers).toMatchObject({ dataSets: "EGAD1: because" });
  });

  it("keeps people who are still on the team", () => {
    const from = source(DBGAP, { pi: ANA, internalCollaborators: [ANA, BO], downloaders: [BO] });
    const { answers, left } = copyAnswers(from, target(DBGAP, "u1", [ANA]));
    expect(answers).toMatchObject({ pi: ANA, internalCollaborators: [ANA] });
    expect(answers).not.toHaveProperty("downloaders");
    expect(left).toContainEqual({ label: "Downloaders", why: "people" });
  });

  it("leaves out a text that is too long for the other form", () => {
    const from = source(EGA, { securityAppendix: "x".repeat(5_000) });
    const { answers, left } = copyAnswers(from, target(DBGAP, "u2"));
    expect(answers).not.toHaveProperty("storage");
    expect(left).toContainEqual({ label: "Security appendix", why: "unfit" });
  });

  it("gives each person their own answers, also for another version", () => {
    const of = (personId: string) => ({
      unitId: "v1",
      personId,
      answers: { username: `name-${personId.at(-1)}` },
    });
    const from = { sections: PHYSIONET, answers: {}, items: [of(ANA), of(BO)] };
    const items = [
      { unitId: "v2", personId: BO },
      { unitId: "v2", personId: "new" },
    ];
    const to = { sections: PHYSIONET, items, people: new Set([ANA, BO, "new"]) };
    expect(copyAnswers(from, to).itemAnswers).toEqual({ [`v2:${BO}`]: { username: "name-2" } });
  });
});

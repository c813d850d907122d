import { describe, expect, it } from "vitest";
import type { Field, Section } from "../archives/form";
import { compareFilings, type Filing, isUnchanged, readFilings } from "./filing";

const question = (id: string): Field => ({
  ...{ id, label: `The ${id}`, kind: "textarea", required: true, guidance: "" },
});

const SECTIONS: readonly Section[] = [
  {
    id: "project",
    title: "The research",
    scope: "request",
    fields: [question("aim"), question("methods")],
  },
  { id: "person", title: "The person", scope: "item", fields: [question("training")] },
];

const filing = (change: Partial<Filing> = {}): Filing => ({
  ...{ on: "2027-01-10" as Filing["on"], by: "Ana", title: "Sepsis" },
  answers: { aim: "We study sepsis.", methods: "Regression." },
  items: [{ unit: "phs1.c1", personId: null, person: null, answers: {} }],
  people: [{ personId: "p1", name: "Ana", function: "pi" }],
  documents: [{ name: "irb.pdf", sha256: "a" }],
  ...change,
});

describe("comparing what was filed", () => {
  it("finds nothing in two equal copies", () => {
    expect(
      isUnchanged(compareFilings(SECTIONS, filing(), filing({ on: "2027-02-01" as Filing["on"] }))),
    ).toBe(true);
  });

  it("names each answer that differs under its section, also one to a question no longer asked", () => {
    const after = filing({
      answers: { aim: "We study shock.", methods: "Regression.", cohort: "All" },
    });
    const { sections } = compareFilings(SECTIONS, filing(), after);
    expect(
      sections.map(({ section, changes }) => [
        section?.id ?? null,
        changes.map((change) => [change.field.label, change.before, change.after]),
      ]),
    ).toEqual([
      ["project", [["The aim", "We study sepsis.", "We study shock."]]],
      [null, [["cohort", undefined, "All"]]],
    ]);
  });

  it("tells which data sets, people in which function, and files came and went", () => {
    const item = (unit: string) => ({ unit, personId: null, person: null, answers: {} });
    const after = filing({
      items: [item("phs1.c2")],
      people: [
        { personId: "p1", name: "Ana", function: "downloader" },
        { personId: "p1", name: "Ana", function: "pi" },
      ],
      documents: [{ name: "irb.pdf", sha256: "b" }],
    });
    const { items, people, documents } = compareFilings(SECTIONS, filing(), after);
    expect(items).toEqual({ added: [item("phs1.c2")], removed: [item("phs1.c1")] });
    expect(people).toEqual({ added: [after.people?.[0]], removed: [] });
    expect(documents).toEqual({
      added: [{ name: "irb.pdf", sha256: "b" }],
      removed: [{ name: "irb.pdf", sha256: "a" }],
    });
  });

  it("compares the answers of one person with that person's, not with another's", () => {
    const of = (personId: string, training: string) => ({
      unit: "u",
      personId,
      person: personId,
      answers: { training },
    });
    const before = filing({ items: [of("p1", "old"), of("p2", "same")] });
    const after = filing({ items: [of("p2", "same"), of("p1", "new")] });
    const { sections } = compareFilings(SECTIONS, before, after);
    expect(sections).toMatchObject([
      {
        section: { id: "person" },
        item: { personId: "p1" },
        changes: [{ before: "old", after: "new" }],
      },
    ]);
  });

  it("says nothing of people and files where one copy did not keep them", () => {
    const [old] = readFilings([{ on: "2026-01-01", title: "Sepsis", answers: {}, items: [] }]);
    expect(old).toMatchObject({ people: null, documents: null });
    expect(compareFilings(SECTIONS, old ?? filing(), filing())).toMatchObject({
      people: null,
      documents: null,
    });
  });

  it("leaves out what is no copy at all", () => {
    expect(readFilings([{ on: "never" }, 7, null, filing()])).toEqual([filing()]);
    expect(readFilings(null)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { Section } from "@/lib/archives/form";
import type { FormItem } from "./form-values";
import { itemName, outlineOf, partsOf } from "./parts";

const section = (id: string, scope: Section["scope"]): Section => ({
  id,
  title: id,
  scope,
  fields: [
    { id: `${id}-1`, label: "", kind: "text", required: true, guidance: "" },
    { id: `${id}-2`, label: "", kind: "text", required: true, guidance: "" },
  ],
});
const unit = (id: string) => ({
  id,
  code: id,
  name: `Data ${id}`,
  dataset: "Data",
  consentCode: null,
  dac: null,
  accessClass: "credentialed",
  policy: null,
});
const item = (unitId: string, name: string): FormItem => ({
  id: `${unitId}:${name}`,
  unit: unit(unitId),
  person: { id: name, name, email: null, rank: "", institution: "", note: "", hasLeft: false },
});
const NOTHING = { answers: {}, itemAnswers: {} };
const sections = [section("person", "item"), section("project", "request")];

describe("the parts of a form", () => {
  it("are the sections of the request, then those of each item", () => {
    const parts = partsOf(sections, [item("u", "Ana"), item("u", "Bo")], NOTHING);
    expect(parts.map(({ id, item: of }) => [id, of?.name])).toEqual([
      ["s-project", undefined],
      ["s-u:Ana-person", "Ana"],
      ["s-u:Bo-person", "Bo"],
    ]);
  });

  it("leave out what asks nothing of one item, and keep it for another", () => {
    const when = { field: "credentialed", in: ["no"] };
    const reference = section("reference", "item");
    const asked = [
      section("person", "item"),
      { ...reference, fields: reference.fields.map((field) => ({ ...field, when })) },
    ];
    const itemAnswers = { "u:Ana": { credentialed: "yes" }, "u:Bo": { credentialed: "no" } };
    const parts = partsOf(asked, [item("u", "Ana"), item("u", "Bo")], { answers: {}, itemAnswers });
    expect(parts.map(({ id }) => id)).toEqual([
      "s-u:Ana-person",
      "s-u:Bo-person",
      "s-u:Bo-reference",
    ]);
  });

  it("name the data too where there are several", () => {
    const items = [item("u", "Ana"), item("v", "Ana")];
    expect(items.map((one) => itemName(one, items))).toEqual(["Ana, Data u", "Ana, Data v"]);
  });

  it("count what is missing in each, for each item apart", () => {
    const parts = partsOf(sections, [item("u", "Ana"), item("u", "Bo")], NOTHING);
    const answer = { fieldId: "x", label: "", message: "" };
    const missing = [
      { ...answer, sectionId: "person", itemId: "u:Bo" },
      { ...answer, sectionId: "project" },
    ];
    const isLocked = ({ item: of }: { item?: object }) => of === undefined;
    const outline = outlineOf(parts, missing, ({ id }) => id, isLocked);
    expect(outline.map((entry) => entry.missing)).toEqual([1, 0, 1]);
    expect(outline.map((entry) => entry.isLocked)).toEqual([true, false, false]);
  });
});

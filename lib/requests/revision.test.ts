import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Section } from "../archives/form";
import type { Day } from "../dates/day";
import {
  asksOf,
  ITEMS_SECTION,
  lockOf,
  locksOf,
  type RevisionFacts,
  sectionOfEntry,
} from "./revision";
import { openSectionForm, readRevised, sentBackForm } from "./revision-forms";

const ON = "2027-01-10" as Day;
const a = { id: "a", isEditable: true, key: "u:p" };
const filed = { id: "b", isEditable: false, key: "u:q" };

const revision = (sections: string[], change: Partial<RevisionFacts> = {}): RevisionFacts => ({
  ...{ id: "r1", number: 1, askedBy: "dac", askedOn: ON, comment: "Say more", itemIds: ["a"] },
  sections: sections.map((section) => ({ section, comment: `About ${section}` })),
  answeredOn: null,
  ...change,
});

describe("a section of a form", () => {
  it.each([
    ["is open in a draft", [a], [], null],
    ["is shut once everything has been filed", [filed], [], "handed_in"],
    ["is open where it was sent back", [a], [revision(["project"])], null],
    ["is shut where another one was sent back", [a], [revision(["people"])], "not_sent_back"],
    ["is open where the whole was sent back", [a], [revision([])], null],
    [
      "is open where one committee asks for it and another does not",
      [a, { ...a, id: "c" }],
      [revision(["people"]), revision(["project"], { itemIds: ["c"] })],
      null,
    ],
    [
      "is open again for a new item beside one that was sent back in parts",
      [a, { ...a, id: "c" }],
      [revision(["people"])],
      null,
    ],
    [
      "does not heed what was answered long ago",
      [a],
      [revision(["people"], { answeredOn: ON })],
      null,
    ],
    [
      "stays shut for what lies with the archive, whatever was sent back",
      [filed],
      [revision(["project"], { itemIds: ["b"] })],
      "handed_in",
    ],
  ] as const)("%s", (_name, items, revisions, lock) => {
    expect(lockOf(items, revisions, "project")).toBe(lock);
  });

  it("of one person is not opened by what was sent back for another", () => {
    const other = { ...a, id: "c" };
    const revisions = [revision(["person"]), revision(["research"], { itemIds: ["c"] })];
    expect(lockOf([a, other], revisions, "person", "a")).toBeNull();
    expect(lockOf([a, other], revisions, "person", "c")).toBe("not_sent_back");
    expect(lockOf([a, filed], revisions, "person", "b")).toBe("handed_in");
  });

  it("is never opened by sending back less", () => {
    const names = fc.subarray(["project", "people", ITEMS_SECTION], { minLength: 1 });
    fc.assert(
      fc.property(names, fc.constantFrom("project", "people", ITEMS_SECTION), (some, section) => {
        const isOpen = lockOf([a], [revision(some)], section) === null;
        expect(isOpen).toBe(some.includes(section));
      }),
    );
  });
});

describe("the locks of a form", () => {
  const sections: Section[] = [
    { id: "project", title: "The research", scope: "request", fields: [] },
    { id: "person", title: "The person", scope: "item", fields: [] },
  ];

  it("name sections of the request once and sections of items by their key", () => {
    expect(locksOf(sections, [a, filed], [revision(["person"])])).toEqual({
      project: "not_sent_back",
      [ITEMS_SECTION]: "not_sent_back",
      "u:q/person": "handed_in",
    });
  });

  it("are none in a draft", () => {
    expect(locksOf(sections, [a], [])).toEqual({});
  });
});

describe("an entry of a form", () => {
  const field = { id: "aim", label: "", kind: "text", required: true, guidance: "" } as const;
  const sections: Section[] = [
    { id: "project", title: "The research", scope: "request", fields: [field] },
  ];

  it.each([
    ["title", null],
    ["items", { lock: "items", title: "What you ask for" }],
    ["aim", { lock: "project", title: "The research" }],
    ["u:p/aim", { lock: "u:p/project", title: "The research" }],
    ["gone", null],
  ])("%s belongs to its section", (entry, section) => {
    expect(sectionOfEntry(sections, entry)).toEqual(section);
  });
});

describe("what was said of a section", () => {
  it("is what the open rounds say of it, with who asked and when", () => {
    const answered = revision(["project"], { number: 1, answeredOn: ON });
    const asks = asksOf([answered, revision(["project", "people"], { number: 2 })], "project");
    expect(asks).toMatchObject([
      { comment: "About project", revision: { number: 2, askedBy: "dac", askedOn: ON } },
    ]);
  });
});

describe("reading what is sent back", () => {
  it("takes a section without a comment and tidies the others", () => {
    const sent = [
      { section: "project", comment: "" },
      { section: "people", comment: " Who?\r\n" },
    ];
    expect(sentBackForm.parse(sent)).toEqual([
      { section: "project", comment: "" },
      { section: "people", comment: "Who?" },
    ]);
  });

  it.each([
    ["a comment with control characters", [{ section: "project", comment: "a\u0000" }]],
    ["a comment too long", [{ section: "project", comment: "x".repeat(4_001) }]],
    ["more than it asks for", [{ section: "project", comment: "", opened: { by: "Eve" } }]],
  ])("refuses %s", (_name, sent) => {
    expect(sentBackForm.safeParse(sent).success).toBe(false);
  });

  it("reads nothing from what is no list of sections", () => {
    expect(readRevised({ section: 1 })).toEqual([]);
  });

  it("wants a reason for opening one more section", () => {
    const input = { requestId: crypto.randomUUID(), section: "project", reason: "  " };
    expect(openSectionForm.safeParse(input).error?.issues[0]).toMatchObject({
      path: ["reason"],
      message: "Say why; it is kept in the history.",
    });
  });
});

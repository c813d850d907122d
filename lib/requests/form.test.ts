import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARCHIVES, archiveByCode } from "../archives";
import type { Archive } from "../archives/archive";
import type { Field, Section } from "../archives/form";
import type { FormMode } from "./answer";
import { answersSchema } from "./answers-schema";
import { countingFields, missingAnswers, reviewAnswers, sectionsFor } from "./form";

const ANA = "0199c1f0-0000-7000-8000-000000000001";
const BO = "0199c1f0-0000-7000-8000-000000000002";

function ask(id: string, kind: Field["kind"], more: Partial<Field> = {}): Field {
  return { id, label: `The ${id}`, kind, required: true, guidance: "Why.", ...more };
}

const FORM: readonly Section[] = [
  {
    id: "aim",
    title: "Aim",
    scope: "request",
    fields: [
      ask("name", "text", { maxLength: 10 }),
      ask("summary", "textarea", { minWords: 3, maxLength: 100 }),
      ask("cloud", "select", {
        options: [
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ],
      }),
      ask("provider", "text", { when: { field: "cloud", in: ["yes"] } }),
      ask("region", "text", { when: { field: "provider", in: ["Other"] } }),
    ],
  },
  {
    id: "more",
    title: "More",
    scope: "request",
    fields: [
      ask("contact", "email", { required: false }),
      ask("page", "url", { required: false }),
      ask("ends", "date", { required: false }),
      ask("papers", "multiselect", {
        required: false,
        options: [
          { value: "cv", label: "CV" },
          { value: "ethics", label: "Ethics" },
        ],
      }),
      ask("pi", "person", { required: false, function: "pi" }),
      ask("team", "people", { required: false, function: "internal_collaborator" }),
    ],
  },
  { id: "own", title: "Own", scope: "item", fields: [ask("agreed", "checkbox")] },
];

function read(mode: FormMode, answers: Record<string, unknown>) {
  const parsed = answersSchema(sectionsFor(FORM, "request"), mode).safeParse(answers);
  if (parsed.success) return { answers: parsed.data };
  return {
    problems: Object.fromEntries(
      parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]),
    ),
  };
}
const COMPLETE = { name: "Ana", summary: "one two three", cloud: "no" };

describe("a draft", () => {
  test.each([
    ["nothing at all", {}],
    ["empty answers", { name: "", summary: "", cloud: "", papers: [], team: [] }],
    [
      "half an address, half a date, too few words",
      { contact: "ana@", ends: "2027-02-3", summary: "one" },
    ],
    ["a day that does not exist", { ends: "2027-02-30" }],
  ])("keeps %s", (_case, answers) => {
    expect(read("draft", answers)).toEqual({ answers });
  });

  test("is tidied, and unknown keys are dropped", () => {
    expect(read("draft", { name: "  Zoe\u0308 ", hacker: "x", ends: null })).toEqual({
      answers: { name: "Zoë", ends: "" },
    });
    const odd = JSON.parse('{"__proto__": "x", "constructor": "x", "name": "a"}');
    expect(read("draft", odd)).toEqual({ answers: { name: "a" } });
  });

  test("treats a choice that is not offered as not made", () => {
    expect(
      read("draft", { cloud: "maybe", papers: ["cv", "cv", "none"], pi: "me", team: [ANA, "x"] }),
    ).toEqual({ answers: { cloud: "", papers: ["cv"], pi: "", team: [ANA] } });
  });

  test.each([
    ["too long", { name: "x".repeat(11) }, "Use at most 10 characters; this has 11."],
    ["of two lines", { name: "a\nb" }, "Write this in one line, without tabs."],
    ["of the wrong kind", { name: 7 }, /could not be read/],
    ["with a null character", { name: "a\u0000" }, /control character/],
    ["turning the reading direction", { name: "a\u202eb" }, /reading direction/],
  ])("refuses an answer %s, at its question", (_case, answers, sentence) => {
    expect(read("draft", answers)).toEqual({ problems: { name: expect.stringMatching(sentence) } });
  });
});

describe("a complete form", () => {
  test("keeps what was answered and drops what does not count", () => {
    expect(read("complete", { ...COMPLETE, provider: "left over", contact: "" })).toEqual({
      answers: COMPLETE,
    });
  });

  test("names every question that stands in the way, with a sentence", () => {
    expect(
      read("complete", {
        summary: "one two",
        cloud: "yes",
        contact: "ana at home",
        page: "javascript:alert(1)",
        ends: "2027-02-30",
      }),
    ).toEqual({
      problems: {
        name: "Answer this question.",
        summary: "Write at least 3 words; this has 2.",
        provider: "Answer this question.",
        contact: "Write an e-mail address: name@example.org.",
        page: "Write a web address that starts with https:// or http://.",
        ends: "There is no 30 February 2027.",
      },
    });
  });

  test("takes real persons, days and addresses", () => {
    const answers = {
      ...COMPLETE,
      contact: "dac@example.org",
      page: "https://example.org/ana",
      ends: "2028-02-29",
      pi: ANA,
      team: [ANA, BO],
    };
    expect(read("complete", answers)).toEqual({ answers });
  });

  test("a question hanging on one that does not count does not count either", () => {
    const [aim] = FORM;
    const ids = (answers: Record<string, string>) =>
      countingFields(aim as Section, answers).map((field) => field.id);
    expect(ids({ cloud: "no", provider: "Other" })).toEqual(["name", "summary", "cloud"]);
    expect(ids({ cloud: "yes", provider: "Other" })).toContain("region");
  });
});

test("what is missing is told for the request, then for each item", () => {
  const missing = missingAnswers(FORM, { ...COMPLETE, name: "" }, { a: { agreed: true } }, [
    { id: "a" },
    { id: "b" },
  ]);
  expect(missing).toEqual([
    { sectionId: "aim", fieldId: "name", label: "The name", message: "Answer this question." },
    {
      sectionId: "own",
      itemId: "b",
      fieldId: "agreed",
      label: "The agreed",
      message: "Tick this box; the request cannot go out without it.",
    },
  ]);
});

describe("the review of an archive's form", () => {
  const dbgap = archiveByCode("dbgap") as Archive;
  const physionet = archiveByCode("physionet") as Archive;

  test("an empty form misses every required question that counts", () => {
    const missing = reviewAnswers(dbgap, "dbgap-project", {}, {}, [{ id: "a" }], []);
    const ids = missing.map(({ fieldId }) => fieldId);
    expect(ids).toEqual(expect.arrayContaining(["projectTitle", "researchUse", "pi", "irbAsked"]));
    expect(ids).not.toContain("irbExpires");
    expect(missing.every(({ message }) => /^[A-Z].*\.$/.test(message))).toBe(true);
  });

  test("a rule across fields is told once, with section and label", () => {
    const unit = {
      code: "phs000007.c1",
      accessClass: "controlled",
      policy: null,
      consentCode: "HMB-IRB-MDS",
    };
    const items = [
      { id: "a", unit },
      { id: "b", unit },
    ];
    const found = reviewAnswers(dbgap, "dbgap-project", { irbAsked: "no" }, {}, items, []).filter(
      ({ fieldId }) => fieldId === "irbAsked",
    );
    expect(found).toMatchObject([
      { sectionId: "ethics", label: "Does one of the consent codes hold IRB?" },
    ]);
    expect(found[0]?.message).toContain("HMB-IRB-MDS");
  });

  test("an answer left over from a question that does not count breaks no rule", () => {
    const answers = {
      credentialed: "yes",
      trained: "yes",
      agreementRead: true,
      referenceEmail: "boss@gmail.com",
    };
    expect(
      reviewAnswers(physionet, "physionet-credentialed", {}, { a: answers }, [{ id: "a" }], []),
    ).toEqual([]);
  });
});

test("no input, however odd, makes a form fail otherwise than by its issues", () => {
  const sections = ARCHIVES.flatMap((archive) =>
    archive.lifecycles.flatMap(({ id }) => archive.sections(id)),
  );
  const ids = sections.flatMap((section) => section.fields.map((field) => field.id));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...ids), fc.anything()),
      fc.constantFrom<FormMode>("draft", "complete"),
      (answers, mode) => {
        const parsed = answersSchema(sections, mode).safeParse(answers);
        if (parsed.success && mode === "draft") {
          expect(answersSchema(sections, mode).parse(parsed.data)).toEqual(parsed.data);
        }
      },
    ),
    { numRuns: 60 },
  );
});

import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives/index";
import { answerUseForm } from "./answer-use";
import { addAnswerForm, topicalQuestions, topicsOf } from "./library";

const forms = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.map(({ id }) => ({ id, sections: archive.sections(id) })),
);

describe("the topics of questions", () => {
  it("stand on written answers only, which alone can be taken from a library", () => {
    for (const { sections } of forms) {
      const kinds = sections.flatMap(({ fields }) =>
        fields.flatMap(({ topic, kind }) => (topic ? kind : [])),
      );
      expect(kinds.every((kind) => kind === "text" || kind === "textarea")).toBe(true);
    }
  });

  it("stand on one question of a form at most, so that an answer has one place", () => {
    for (const { id, sections } of forms) {
      const topics = sections.flatMap(({ fields }) => fields.flatMap(({ topic }) => topic ?? []));
      expect(new Set(topics).size, id).toBe(topics.length);
    }
  });

  it("let one text about security serve more than one archive", () => {
    const asking = ARCHIVES.filter((archive) =>
      archive.lifecycles.some(({ id }) =>
        topicsOf([archive.sections(id)]).includes("security_measures"),
      ),
    );
    expect(asking.map(({ code }) => code)).toEqual(["dbgap", "ega"]);
  });
});

describe("the questions that a library can answer", () => {
  it("are those of the request, and those of each item apart", () => {
    const sections = forms.find(({ id }) => id === "physionet-credentialed")?.sections ?? [];
    const items = ["ana", "bo"].map((personId) => ({
      ...{ unitId: "u", personId, answers: { organization: `Institute of ${personId}` } },
    }));
    const found = topicalQuestions(sections, { answers: {}, items });
    expect(found.map(({ entry, text }) => [entry, text])).toEqual([
      ["u:ana/organization", "Institute of ana"],
      ["u:bo/organization", "Institute of bo"],
      ["u:ana/researchSummary", ""],
      ["u:bo/researchSummary", ""],
    ]);
  });
});

describe("an answer for the library", () => {
  const answer = {
    ...{
      commandId: crypto.randomUUID(),
      topic: "security_measures",
      title: " Our cluster ",
      text: "Locked.\r\n",
    },
  };

  it("is tidied", () => {
    expect(addAnswerForm.parse(answer)).toMatchObject({ title: "Our cluster", text: "Locked." });
  });

  it.each([
    ["title", { title: " " }, "Give the answer a title."],
    ["title", { title: "two\nlines" }, "Write this in one line, without tabs."],
    ["text", { text: "" }, "Write the answer."],
    ["text", { text: "x".repeat(10_001) }, "Use at most 10000 characters; this has 10001."],
    ["topic", { topic: "weather" }, "Choose a topic."],
  ])("is refused at %s for %j", (field, change, message) => {
    const { error } = addAnswerForm.safeParse({ ...answer, ...change });
    expect(error?.issues).toMatchObject([{ path: [field], message }]);
  });

  it("is not used in version 0", () => {
    const use = { entry: "storage", answerId: crypto.randomUUID(), answerVersion: 0 };
    expect(answerUseForm.safeParse(use).success).toBe(false);
  });
});

import { expect, it } from "vitest";
import { answerChecksOf } from "./answer-checks";
import { ARCHIVES } from "./index";

it.each(ARCHIVES)("$name checks a form while it is written as when it is handed in", (archive) => {
  expect(answerChecksOf(archive.code)).toBe(archive.checkAnswers);
});

it("is data, what an archive asks: a page hands it to the browser", () => {
  for (const { sections, lifecycles } of ARCHIVES) {
    for (const { id } of lifecycles) {
      expect(JSON.parse(JSON.stringify(sections(id)))).toEqual(sections(id));
    }
  }
});

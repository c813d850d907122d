import { expect, test } from "vitest";
import type { Section } from "../archives/form";
import { applyKeeps } from "./keeps";

const question = { required: false, guidance: "" } as const;
const SECTIONS: readonly Section[] = [
  {
    id: "people",
    title: "People",
    scope: "request",
    fields: [
      { ...question, id: "it", label: "IT", kind: "person", function: "it_director" },
      { ...question, id: "others", label: "Others", kind: "people", function: "downloader" },
      { ...question, id: "text", label: "Text", kind: "text" },
    ],
  },
];
const ANSWERS = { it: "ida", others: ["ola", "per"], text: "ida" };
const drop = (personId: string, held: "it_director" | "downloader") =>
  applyKeeps(SECTIONS, ANSWERS, [{ personId, function: held, keep: false }]);

test("whom a renewal drops leaves the question of that function, and no other", () => {
  expect(drop("ola", "downloader")).toEqual({ ...ANSWERS, others: ["per"] });
  expect(drop("ida", "it_director")).toEqual({ ...ANSWERS, it: "" });
  expect(drop("ida", "downloader")).toEqual(ANSWERS);
});

test("whom it keeps is named again, but takes nobody's place", () => {
  const back = (answers: typeof ANSWERS, personId: string, held: "it_director" | "downloader") =>
    applyKeeps(SECTIONS, answers, [{ personId, function: held, keep: true }]);
  expect(back({ ...ANSWERS, others: ["per"] }, "ola", "downloader").others).toEqual(["per", "ola"]);
  expect(back({ ...ANSWERS, it: "" }, "ida", "it_director").it).toBe("ida");
  expect(back({ ...ANSWERS, it: "new" }, "ida", "it_director").it).toBe("new");
});

test("dropping and keeping again changes nothing but the order", () => {
  const dropped = drop("ola", "downloader");
  const keeps = [{ personId: "ola", function: "downloader" as const, keep: true }];
  const again = applyKeeps(SECTIONS, dropped, keeps);
  expect(new Set(again.others as string[])).toEqual(new Set(ANSWERS.others));
  expect(applyKeeps(SECTIONS, again, keeps)).toEqual(again);
});

import { expect, test } from "vitest";
import { day } from "@/lib/dates/day";
import type { Tellable } from "@/lib/requests/progress-report";
import type { StoredRenewal } from "@/lib/services/renewals";
import { chosen, differences, type RenewalValues, retold } from "./renewal-values";

const MINE: RenewalValues = {
  keeps: { "ola:downloader": false },
  told: ["paper"],
  answers: { plans: "Mine.", dataUse: "Same." },
};
const THEIRS: StoredRenewal = {
  version: 3,
  keeps: [{ personId: "ola", function: "downloader", keep: true }],
  told: ["talk"],
  answers: { plans: "Theirs.", dataUse: "Same." },
};
const names = differences(MINE, THEIRS).map(({ name }) => name);

test("two renewals differ in each text, each person and each thing told", () => {
  expect(names).toEqual(["answers.plans", "keeps.ola:downloader", "told.paper", "told.talk"]);
});

test("nothing of mine is lost unless theirs is chosen", () => {
  expect(chosen(MINE, THEIRS, new Set())).toEqual(MINE);
  expect(chosen(MINE, THEIRS, new Set(names))).toEqual({
    keeps: { "ola:downloader": true },
    told: ["talk"],
    answers: { plans: "Theirs.", dataUse: "Same." },
  });
});

test("ticking something writes its line, and ticking it out takes the line away", () => {
  const paper: Tellable = {
    ...{ id: "paper", kind: "publication", title: "Genes", reference: "" },
    on: day("2026-05-03"),
  };
  const tells = { publication: "publications" };
  const told = retold(tells, paper, true, { publications: "By hand." });
  expect(told).toEqual({ question: "publications", text: "By hand.\nGenes (3 May 2026)" });
  expect(retold(tells, paper, false, { publications: told?.text ?? "" })?.text).toBe("By hand.");
  expect(retold({}, paper, true, {})).toBeNull();
});

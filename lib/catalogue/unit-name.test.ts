import { expect, test } from "vitest";
import { nameOfUnit } from "./unit-name";

const unit = { code: "phs000572", version: null, consentCode: null };

test("a unit is called by its version and consent group", () => {
  const mimic = { ...unit, version: "3.1", dataset: { shortTitle: "MIMIC-IV" } };
  const gtex = { ...unit, version: "v10.p2", consentCode: "GRU", dataset: { shortTitle: "GTEx" } };
  expect([nameOfUnit(mimic), nameOfUnit(gtex)]).toEqual(["MIMIC-IV v3.1", "GTEx v10.p2 GRU"]);
});

test("a unit without either is called by its accession", () => {
  expect(nameOfUnit({ ...unit, dataset: { shortTitle: "ADSP" } })).toBe("ADSP phs000572");
});

import { expect, test } from "vitest";
import { landingUrl } from "@/lib/catalogue/identifier";
import { identify } from "@/lib/catalogue/identify";
import { readCatalogue } from "./read";
import { archiveRows, datasetRows, partRows, publicationRows, relationRows } from "./rows";

const catalogue = readCatalogue();
const { archives, datasets, publications, relations } = catalogue;
const units = datasets.flatMap((dataset) => dataset.units);
const everything = [...archives, ...datasets, ...publications, ...relations];

function dataset(slug: string) {
  const found = datasets.find((one) => one.slug === slug);
  if (!found) throw new Error(`no data set ${slug}`);
  return found;
}

test.each(
  "archive-ega archive-dbgap archive-physionet archive-mimic-docs archive-mendeley-data archive-dryad archive-kaggle".split(
    " ",
  ),
)("the archive %s is listed", (slug) => {
  expect(archives.map((archive) => archive.slug)).toContain(slug);
});

test.each(
  "mendeley-oct-cxr-v3 ixi kaggle-medical-mnist mimic-iii mimic-iv dryad-mimic-iii-hf-mortality msd msd-task03-liver lbc-dnam-age-phs000821 lbc-methylation-ega".split(
    " ",
  ),
)("the team's data set %s is listed with its gate, size or reason, and notes", (slug) => {
  const entry = dataset(slug);
  expect(entry.gate).not.toBe("");
  expect(entry.gotchas).not.toEqual([]);
  expect(entry.size ?? entry.unverified.join()).not.toBe("");
});

test.each(
  "paper-kermany-2018 paper-li-2021-bmjopen paper-hirano-2021-mrsa paper-chen-2020-cvp paper-yang-2021-ccu paper-le-2021-aki paper-allen-2020 paper-ziller-2021 paper-marioni-2015".split(
    " ",
  ),
)("the paper %s is listed with a DOI", (slug) => {
  expect(publications.find((paper) => paper.slug === slug)?.doi).toMatch(/^10\./);
});

test.each([
  ["mimiciii/1.4", "credentialed"],
  ["mimiciv/3.1", "credentialed"],
  ["mimiciv/2.2", "credentialed"],
  ["eicu-crd/2.0", "credentialed"],
  ["mimic-cxr/2.1.0", "credentialed"],
  ["mimic-cxr/2.0.0", "credentialed"],
  ["mimic-cxr/1.0.0", "credentialed"],
  ["mimic-cxr-jpg/2.1.0", "credentialed"],
  ["mimic-iv-note/2.2", "credentialed"],
  ["mimic-iv-ed/2.2", "credentialed"],
  ["nwicu-northwestern-icu/0.1.0", "credentialed"],
  ["brazilian-ophthalmological/1.0.1", "credentialed"],
  ["er-reason/1.0.0", "credentialed"],
  ["hirid/1.1.1", "controlled"],
  ["sicdb/1.0.8", "controlled"],
  ["ct-ich/1.3.1", "click_through_dua"],
  ["mimic-iv-demo/2.2", "open"],
  ["eicu-crd-demo/2.0.1", "open"],
  ["mimiciii-demo/1.4", "open"],
  ["ptb-xl/1.0.3", "open"],
])("the PhysioNet version %s is a unit of class %s", (code, accessClass) => {
  expect(units.find((unit) => unit.code === code)?.accessClass).toBe(accessClass);
});

test.each(
  "phs000821 phs000178 phs000424 phs000007 phs000974 phs000179 phs000951 phs000280 phs000286 phs000209 phs000287 phs000810 phs000954 phs001119 phs001222 phs000218 phs001672 phs000572 phs000607 phs003463 phs003461 phs000640".split(
    " ",
  ),
)("the dbGaP study %s is listed as controlled, with a unit to ask for", (study) => {
  const entry = datasets.find((one) => one.identifiers.some(({ value }) => value === study));
  expect(entry?.archive).toBe("dbgap");
  expect(entry?.units.every((unit) => unit.accessClass === "controlled")).toBe(true);
  expect(entry?.units.map((unit) => unit.code.slice(0, 9))).toContain(study);
});

test.each([
  ["phs000007.c1", "HMB-IRB-MDS"],
  ["phs000007.c2", "HMB-IRB-NPU-MDS"],
  ["phs000424.c1", "GRU"],
  ["phs000286.c4", "DS-FDO-IRB"],
  ["phs001222.c1", "DS-DRC-IRB-NPU"],
])("the consent group %s keeps its code %s word for word", (code, consentCode) => {
  expect(units.find((unit) => unit.code === code)?.consentCode).toBe(consentCode);
});

test.each(
  "EGAS00001000910 EGAS00000000083 EGAS00001000775 EGAS00001001232 EGAD00010000674 EGAD00010000676 EGAC00001000010 EGAS00001001732 EGAS00001002247 EGAS00001002556 EGAS00001002928 EGAD00001008390 EGAD00001008391 EGAD00001008548 EGAD00001008549 EGAD00001007703 EGAD00001011302 EGAD00001002886 EGAD00010001561 EGAD00010001562 EGAD00000000021 EGAD00000000023 EGAD00000000001 EGAD50000000773 EGAS00001000108 EGAS00001000090 EGAD00001008392".split(
    " ",
  ),
)("the EGA accession %s is a unit that one can ask for", (code) => {
  expect(units.find((unit) => unit.code === code)?.accessClass).toBe("controlled");
});

test("a study whose data sets or consent groups are unknown says so", () => {
  const vague = units.filter((unit) => /^(phs\d{6}|EGA[SC]\d{11})$/.test(unit.code));
  expect(vague.filter((unit) => unit.unverified.length === 0)).toEqual([]);
  expect(vague.length).toBeGreaterThan(10);
});

test("the Lothian study shows both doors and says that EGA's leads nowhere", () => {
  const entry = dataset("lbc-dnam-age-phs000821");
  expect(entry.units.map((unit) => unit.code)).toEqual(["phs000821"]);
  expect(entry.gate).toMatch(/applying at EGA does nothing/);
  expect(entry.identifiers.map(({ scheme }) => scheme)).toContain("ega_listing");
});

test("every address is encrypted, but for the two sites that have no other", () => {
  const plain = JSON.stringify(catalogue).match(/http:\/\/[^/"]+/g) ?? [];
  expect([...new Set(plain)].sort()).toEqual([
    "http://biomedic.doc.ic.ac.uk",
    "http://medicaldecathlon.com",
  ]);
});

test("every identifier is found again by its own spelling or its landing page", () => {
  const lost = [
    ...datasets.flatMap((one) => partRows({ ...catalogue, datasets: [one] }, () => "").identifiers),
    ...publications.flatMap(({ doi, pmid, pmcid }) => [
      ...(doi ? [{ scheme: "doi", value: doi, url: null }] : []),
      ...(pmid ? [{ scheme: "pmid", value: pmid, url: null }] : []),
      ...(pmcid ? [{ scheme: "pmcid", value: pmcid, url: null }] : []),
    ]),
  ].filter(({ scheme, value, url }) =>
    [...identify(value), ...identify(url ?? "")].every(
      (found) => found.scheme !== scheme || found.value !== value,
    ),
  );
  expect(lost).toEqual([]);
});

test("every unit is found by its code and leads to the page of that unit or its study", () => {
  for (const unit of units) {
    const [found] = identify(unit.code);
    expect(found?.value).toBe(unit.code);
    expect(found && landingUrl(found)).toBe(unit.landingUrl);
  }
});

test("every record names a source that a reader can follow", () => {
  const sources = everything.map((entry) => entry.source);
  expect(sources.filter((source) => !/https?:\/\/|release notes of/.test(source))).toEqual([]);
});

test("no fact is both left out and passed over: a missing licence is named as unverified", () => {
  const silent = datasets.filter(
    (one) =>
      one.licence === undefined && !one.unverified.some((fact) => fact.startsWith("Licence")),
  );
  expect(silent.map((one) => one.slug)).toEqual([]);
});

test("the rows hold every entry once", () => {
  expect(archiveRows(catalogue)).toHaveLength(archives.length);
  expect(datasetRows(catalogue)).toHaveLength(datasets.length);
  expect(partRows(catalogue, (slug) => slug).units).toHaveLength(units.length);
  expect(relationRows(catalogue)).toHaveLength(relations.length);
  expect(publicationRows(catalogue).publications).toHaveLength(publications.length);
});

test("HiRID asks for good clinical practice beside PhysioNet's own training, and nothing else does", () => {
  const asking = units.filter((unit) => unit.trainings.length > 0);
  expect(asking.map(({ code, trainings }) => [code, trainings])).toEqual([
    ["hirid/1.1.1", ["gcp"]],
  ]);
});

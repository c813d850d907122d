import fc from "fast-check";
import { expect, test } from "vitest";
import { landingUrl } from "./identifier";
import { identify } from "./identify";

function found(text: string): string[] {
  return identify(text).map(({ scheme, value }) => `${scheme} ${value}`);
}

const study = ["dbgap phs000821"];
const released = ["dbgap phs000821.v1.p1", ...study];
const dryad = ["doi 10.5061/dryad.0p2ngf1zd"];
const mimic = ["physionet mimiciv/3.1", "physionet mimiciv"];
const mendeley = ["doi 10.17632/rscbjbr9sj.3", "mendeley rscbjbr9sj"];
const medicalMnist = ["kaggle andrewmvd/medical-mnist"];

test.each([
  ["phs000821", study],
  ["  PHS000821\t", study],
  ["\u00a0phs000821\u00a0", study],
  ["(phs000821)", study],
  ["phs000821.v1.p1", released],
  ["PHS000821.V1.P1", released],
  ["phs000821.v1", study],
  ["phs000821.v1.p1.c1", ["dbgap phs000821.c1", ...released]],
  ["phs000007.c1", ["dbgap phs000007.c1", "dbgap phs000007"]],
  [
    "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000821.v1.p1",
    released,
  ],
  ["https://dbgap.ncbi.nlm.nih.gov/beta/study/phs000821.v1.p1/", released],
  ["https://identifiers.org/dbgap:phs000821", study],
  ["https://ega-archive.org/studies/phs000821", [...study, "ega_listing phs000821"]],
  ["phs00082", []],
  ["phs0008211", []],
])("%j is read as a dbGaP study", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["EGAD00001002886", ["ega EGAD00001002886"]],
  ["egad50000000773", ["ega EGAD50000000773"]],
  [" EGAS00001000910 ", ["ega EGAS00001000910"]],
  ["EGAC00001000010", ["ega EGAC00001000010"]],
  ["EGAP00001000001", ["ega EGAP00001000001"]],
  ["https://ega-archive.org/datasets/EGAD00010000674", ["ega EGAD00010000674"]],
  ["https://www.ebi.ac.uk/ega/studies/EGAS00001001232", ["ega EGAS00001001232"]],
  ["ega.dataset:EGAD00001002886", ["ega EGAD00001002886"]],
  ["EGAD0000100288", []],
])("%j is read as an EGA accession", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["mimiciv/3.1", mimic],
  ["mimic-iv/3.1", mimic],
  ["mimic-iv", ["physionet mimiciv"]],
  ["MIMIC-III", ["physionet mimiciii"]],
  ["https://physionet.org/content/mimiciv/3.1/", mimic],
  ["https://physionet.org/content/mimic-iv/3.1/", mimic],
  ["physionet.org/content/mimiciv", ["physionet mimiciv"]],
  ["https://www.physionet.org/files/mimiciv/3.1/hosp/admissions.csv.gz", mimic],
  ["https://physionet.org/sign-dua/mimiciv/3.1/", mimic],
  ["https://physionet.org/content/mimiciv/view-license/3.1/", mimic],
  [
    "https://physionet.org/content/mimic-iv-demo/2.2/",
    ["physionet mimic-iv-demo/2.2", "physionet mimic-iv-demo"],
  ],
  ["https://physionet.org/works/MIMICIIIClinicalDatabase/files/", ["physionet mimiciii"]],
  ["https://physionet.org/physiobank/database/mimic3cdb/", ["physionet mimiciii"]],
  ["mimiciv/0.0", []],
])("%j is read as a PhysioNet project", (text, expected) => {
  expect(found(text).filter((one) => !one.startsWith("url "))).toEqual(expected);
});

test.each([
  ["10.13026/C2XW26", ["doi 10.13026/c2xw26"]],
  ["doi:10.13026/kpb9-mt58", ["doi 10.13026/kpb9-mt58"]],
  ["DOI: 10.13026/KPB9-MT58.", ["doi 10.13026/kpb9-mt58"]],
  ["https://doi.org/10.13026/kpb9-mt58", ["doi 10.13026/kpb9-mt58"]],
  ["http://dx.doi.org/10.1136/bmjopen-2020-044779", ["doi 10.1136/bmjopen-2020-044779"]],
  ["10.1016/S0092-8674(18)30154-5", ["doi 10.1016/s0092-8674(18)30154-5"]],
  ["(10.1016/j.cell.2018.02.010)", ["doi 10.1016/j.cell.2018.02.010"]],
  ["10.5061/dryad.0p2ngf1zd", dryad],
  ["doi:10.5061%2Fdryad.0p2ngf1zd", dryad],
  ["doi:10.5061%252Fdryad.0p2ngf1zd", dryad],
  ["https://datadryad.org/stash/dataset/doi:10.5061%2Fdryad.0p2ngf1zd", dryad],
  ["https://datadryad.org/dataset/doi:10.5061/dryad.0p2ngf1zd", dryad],
  [
    "https://www.frontiersin.org/articles/10.3389/fmed.2021.694520/full",
    ["doi 10.3389/fmed.2021.694520"],
  ],
  ["10.17632/rscbjbr9sj.3", mendeley],
  ["https://data.mendeley.com/datasets/rscbjbr9sj/3", mendeley],
  ["https://data.mendeley.com/datasets/rscbjbr9sj", ["mendeley rscbjbr9sj"]],
])("%j is read as a DOI in lower case", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["https://www.kaggle.com/andrewmvd/medical-mnist", medicalMnist],
  ["kaggle.com/andrewmvd/medical-mnist", medicalMnist],
  ["https://www.kaggle.com/datasets/andrewmvd/medical-mnist?select=Hand", medicalMnist],
  ["GSE178936", ["geo GSE178936"]],
  ["https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=gse178936", ["geo GSE178936"]],
  ["34976110", ["pmid 34976110"]],
  ["PMID: 34976110", ["pmid 34976110"]],
  ["https://pubmed.ncbi.nlm.nih.gov/34976110/", ["pmid 34976110"]],
  ["pmc8635043", ["pmcid PMC8635043"]],
  ["arXiv:1902.09063", ["arxiv 1902.09063"]],
  ["https://arxiv.org/abs/1902.09063v1", ["arxiv 1902.09063"]],
])("%j is read as a record elsewhere", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  [
    "https://www.sciencedirect.com/science/article/pii/S0092867418301545?via%3Dihub",
    "url sciencedirect.com/science/article/pii/s0092867418301545",
  ],
  ["https://brain-development.org/ixi-dataset/", "url brain-development.org/ixi-dataset"],
  ["https://mimic.mit.edu/", "url mimic.mit.edu"],
  ["https://bmjopen.bmj.com/content/11/7/e044779", "url bmjopen.bmj.com/content/11/7/e044779"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8635043/", "pmcid PMC8635043"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7358999/", "pmcid PMC7358999"],
  ["https://www.hindawi.com/journals/cmmm/2021/5745304/", "doi 10.1155/2021/5745304"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8116756/", "pmcid PMC8116756"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7644374/", "pmcid PMC7644374"],
  ["https://www.nature.com/articles/s41598-021-93030-0.pdf", "doi 10.1038/s41598-021-93030-0"],
  ["http://medicaldecathlon.com", "url medicaldecathlon.com"],
  ["https://www.ncbi.nlm.nih.gov/gap/", "url ncbi.nlm.nih.gov/gap"],
])("the old link %s is recognised", (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each(["", "   ", "heart failure", "mimic", "10.13026/", "phs", "EGAD", "%%%", "50 % of all"])(
  "%j holds no identifier",
  (text) => {
    expect(identify(text)).toEqual([]);
  },
);

test("several accessions in one text are all found, each once", () => {
  expect(found("phs000821 and phs000821.v1.p1, EGAS00001000910; phs000821")).toEqual([
    ...study,
    "dbgap phs000821.v1.p1",
    "ega EGAS00001000910",
  ]);
});

test("any text at all is answered without an error, with non-empty canonical values", () => {
  const pieces = fc.constantFrom(
    "phs000821",
    ".v1",
    "EGAD",
    "00001002886",
    "10.5061/",
    "%2F",
    "%",
    "https://",
    "physionet.org/",
    "content/",
    "kaggle.com/",
    " ",
    "(",
    ")",
    "..",
    "PMC1",
    "\u202e",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (input) => {
      for (const identifier of identify(input)) {
        expect(identifier.value).not.toBe("");
        expect(identifier.value).toBe(identifier.value.trim());
      }
    }),
  );
});

test("what is found is found again from its own spelling and from its landing page", () => {
  const accession = fc.oneof(
    fc.integer({ min: 0, max: 999_999 }).map((n) => `phs${String(n).padStart(6, "0")}`),
    fc.integer({ min: 1, max: 99 }).map((n) => `phs000007.v${n}.p${n}`),
    fc.nat({ max: 9_999_999 }).map((n) => `EGAD0000${String(n).padStart(7, "0")}`),
    fc.stringMatching(/^10\.\d{4}\/[a-z0-9]{1,12}$/),
  );
  fc.assert(
    fc.property(accession, (text) => {
      const [first] = identify(text);
      expect(first && identify(first.value)).toContainEqual(first);
      const page = first && landingUrl(first);
      expect(page && identify(page)).toContainEqual(first);
    }),
  );
});

test.each([
  "phs000821",
  "1.",
  "10.1000/",
  "a.",
  "physionet.org/",
  "%2",
  ")",
  "ega-archive.org/studies/",
])("a hundred thousand characters of %j are read in a moment", (piece) => {
  const started = performance.now();
  identify(piece.repeat(100_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(200);
});

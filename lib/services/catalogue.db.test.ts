import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import { isGated } from "../catalogue/access-class";
import { parseFilters } from "../catalogue/filters";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Actor } from "../team/actor";
import { getUnit, listUnitsForRequest, searchCatalogue } from "./catalogue";
import { type DatasetPage, getEntry } from "./catalogue-entry";

const visitor: Actor = { kind: "visitor", ip: "192.0.2.1", now: new Date("2027-03-01T09:00:00Z") };

beforeAll(async () => {
  const database = await freshDatabase();
  const owner = connect(database.ownerUrl, { max: 2 });
  await loadCatalogue(owner);
  await owner.$disconnect();
  setDb(connect(database.appUrl));
});

afterAll(() => db().$disconnect());

function search(params: Record<string, string>) {
  return searchCatalogue(visitor, parseFilters(params));
}

async function dataset(slug: string): Promise<DatasetPage> {
  const entry = await getEntry(visitor, slug);
  if (entry.kind !== "dataset") throw new Error(`${slug} is not a data set`);
  return entry;
}

async function unitId(slug: string, code: string): Promise<string> {
  const unit = (await dataset(slug)).units.find((one) => one.code === code);
  if (!unit) throw new Error(`no ${code}`);
  return unit.id;
}

describe("the search", () => {
  it.each([
    ["phs000821", "lbc-dnam-age-phs000821"],
    ["  PHS000821.V1.P1 ", "lbc-dnam-age-phs000821"],
    ["EGAS00001000910", "lbc-methylation-ega"],
    ["egad00010000674", "elsa-genotypes"],
    ["10.13026/KPB9-MT58", "mimic-iv"],
    ["https://doi.org/10.13026/c2xw26", "mimic-iii"],
    ["https://physionet.org/content/mimiciv/3.1/", "mimic-iv"],
    ["phs000007.v35.p16.c2", "framingham-phs000007"],
  ])("lists the entry of %s first", async (q, slug) => {
    const result = await search({ q });
    expect(result.hits[0]?.slug).toBe(slug);
    expect(result.exact).toContain(slug);
  });

  it("finds a paper by its DOI, whatever the case", async () => {
    const { papers } = await search({ q: "doi:10.1016/J.CELL.2018.02.010" });
    expect(papers.map(({ slug }) => slug)).toEqual(["paper-kermany-2018"]);
  });

  it("wants every word, in any order and case", async () => {
    const { hits } = await search({ q: "COHORTS lothian" });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ title }) => /lothian/i.test(title))).toBe(true);
    expect((await search({ q: "lothian zebra" })).total).toBe(0);
  });

  it("takes signs of patterns literally", async () => {
    expect((await search({ q: "zz%" })).total).toBe(0);
    expect((await search({ q: "' or 'zz'='zz" })).total).toBe(0);
  });

  it("names what it recognised even where no entry has it", async () => {
    const result = await search({ q: "phs999999" });
    expect(result.total).toBe(0);
    expect(result.identifiers).toContainEqual({ scheme: "dbgap", value: "phs999999" });
  });

  it("keeps what fits every filter, and counts what each other choice would show", async () => {
    const all = await search({});
    const { hits, total, facets } = await search({ archive: "physionet", access: "open" });
    expect(total).toBeGreaterThan(0);
    expect(hits.every((h) => h.archive === "physionet" && h.accessClass === "open")).toBe(true);
    expect(facets.archive.find(({ value }) => value === "physionet")?.count).toBe(total);
    const sum = all.facets.archive.reduce((n, { count }) => n + count, 0);
    expect(sum).toBe(all.total);
  });

  it("shows at most fifty entries a page, each entry on one page", async () => {
    const first = await search({});
    expect(first.hits).toHaveLength(50);
    const second = await search({ page: "2" });
    const slugs = [...first.hits, ...second.hits].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(first.total);
    expect((await search({ page: "999" })).page).toBe(first.pages);
  });
});

describe("an entry", () => {
  it("of a data set carries its units, identifiers, papers and relations from both ends", async () => {
    const mimic = await dataset("mimic-iii");
    expect(mimic.units.map(({ code }) => code)).toContain("mimiciii/1.4");
    expect(mimic.identifiers.map(({ scheme }) => scheme)).toContain("doi");
    expect(mimic.papers.length).toBeGreaterThan(2);
    const demo = mimic.relations.find(({ kind }) => kind === "demo_of");
    expect(demo).toMatchObject({ end: "to", other: { slug: "mimiciii-demo" } });
  });

  it("of an archive lists its data sets, and of a paper the data it used", async () => {
    const archive = await getEntry(visitor, "archive-ega");
    expect(archive.kind === "archive" && archive.datasets.length).toBeGreaterThan(5);
    const paper = await getEntry(visitor, "paper-ziller-2021");
    expect(paper.kind === "publication" && paper.datasets.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(["mendeley-oct-cxr-v3", "msd-task03-liver"]),
    );
  });

  it.each(["no-such-thing", "a\u0000b", "../etc", "MIMIC-IV ", "x".repeat(9_000)])(
    "that does not exist is not found: %j",
    async (slug) => {
      await expect(getEntry(visitor, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );

  it("exists for everything that the list shows", async () => {
    const pages = await Promise.all([search({}), search({ page: "2" })]);
    const slugs = pages.flatMap(({ hits }) => hits.map(({ slug }) => slug));
    for (const slug of slugs) expect((await dataset(slug)).slug).toBe(slug);
  });
});

describe("the units of a request", () => {
  it("are the versions of one project at PhysioNet", async () => {
    const units = await listUnitsForRequest(visitor, await unitId("mimic-iv", "mimiciv/3.1"));
    expect(units[0]?.code).toBe("mimiciv/3.1");
    expect(new Set(units.map(({ dataset }) => dataset.slug))).toEqual(new Set(["mimic-iv"]));
  });

  it("are the data sets of one committee at EGA", async () => {
    const id = await unitId("elsa-genotypes", "EGAD00010000674");
    const units = await listUnitsForRequest(visitor, id);
    expect(units.map(({ code }) => code)).toContain("EGAD00010000676");
    expect(new Set(units.map(({ dac }) => dac)).size).toBe(1);
  });

  it("come from any study at dbGaP, the same study first", async () => {
    const id = await unitId("framingham-phs000007", "phs000007.c2");
    const units = await listUnitsForRequest(visitor, id);
    expect(units.slice(0, 2).map(({ code }) => code)).toEqual(["phs000007.c2", "phs000007.c1"]);
    expect(units.some(({ dataset }) => dataset.slug === "topmed-framingham-phs000974")).toBe(true);
    expect(units.every(({ accessClass }) => isGated(accessClass))).toBe(true);
  });

  it.each(["not-an-id", "00000000-0000-4000-8000-000000000000", "1 or 1=1"])(
    "%s is not found",
    async (id) => {
      await expect(getUnit(visitor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listUnitsForRequest(visitor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );
});

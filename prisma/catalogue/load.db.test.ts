import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "@/lib/dates/day";
import { connect } from "@/lib/db";
import { freshDatabase } from "@/lib/launch/test-database";
import type { PrismaClient } from "@/prisma/client/client";
import { loadCatalogue } from "./load";
import { readCatalogue } from "./read";

const catalogue = readCatalogue();
const now = new Date("2026-11-20T10:00:00Z");
let owner: PrismaClient;

beforeAll(async () => {
  owner = connect((await freshDatabase()).ownerUrl, { max: 2 });
  await loadCatalogue(owner, { catalogue, now });
});

afterAll(() => owner.$disconnect());

test("the tables hold every entry of the files", async () => {
  expect(await owner.archive.count()).toBe(catalogue.archives.length);
  expect(await owner.dataset.count()).toBe(catalogue.datasets.length);
  expect(await owner.relation.count()).toBe(catalogue.relations.length);
  expect(await owner.publication.count()).toBe(catalogue.publications.length);
});

test("a second load changes nothing", async () => {
  expect(await loadCatalogue(owner, { catalogue, now })).toEqual({
    created: 0,
    updated: 0,
    retired: 0,
  });
});

test("an entry that left the files is retired, once, and comes back with the same id", async () => {
  const slug = "hela-phs000640";
  const before = await owner.dataset.findUniqueOrThrow({
    where: { slug },
    include: { units: true },
  });
  const without = {
    ...catalogue,
    datasets: catalogue.datasets.filter((dataset) => dataset.slug !== slug),
  };
  await loadCatalogue(owner, { catalogue: without, now });
  const later = new Date("2027-01-01T00:00:00Z");
  await loadCatalogue(owner, { catalogue: without, now: later });
  const retired = await owner.dataset.findUniqueOrThrow({
    where: { slug },
    include: { units: true },
  });
  expect(retired.retiredAt).toEqual(now);
  expect(retired.units.map((unit) => unit.retiredAt)).toEqual([now]);

  await loadCatalogue(owner, { catalogue, now: later });
  expect(await owner.dataset.findUnique({ where: { slug }, include: { units: true } })).toEqual(
    before,
  );
});

test("a changed fact is changed in its row alone", async () => {
  const change = (slug: string) =>
    catalogue.datasets.map((one) => (one.slug === slug ? { ...one, size: "A handful" } : one));
  expect(
    await loadCatalogue(owner, { catalogue: { ...catalogue, datasets: change("ixi") } }),
  ).toEqual({ created: 0, updated: 1, retired: 0 });
});

test("a unit's trainings, terms of use and days are kept, changed and taken away again", async () => {
  const code = "hirid/1.1.1";
  const unit = () =>
    owner.accessUnit.findFirstOrThrow({
      where: { archive: "physionet", code, teamId: null },
      select: { trainings: true, duo: true, deprecatedOn: true, embargoUntil: true },
    });
  await loadCatalogue(owner, { catalogue, now });
  const asWritten = { trainings: ["gcp"], duo: [], deprecatedOn: null, embargoUntil: null };
  expect(await unit()).toEqual(asWritten);

  const facts = { deprecatedOn: day("2026-06-01"), embargoUntil: day("2025-12-31") };
  const datasets = catalogue.datasets.map((dataset) => ({
    ...dataset,
    units: dataset.units.map((one) =>
      one.code === code ? { ...one, ...facts, duo: ["DUO:0000042"] } : one,
    ),
  }));
  const changed = { catalogue: { ...catalogue, datasets }, now };
  expect(await loadCatalogue(owner, changed)).toMatchObject({ updated: 1 });
  expect(await loadCatalogue(owner, changed)).toMatchObject({ updated: 0 });
  expect(await unit()).toEqual({
    trainings: ["gcp"],
    duo: ["DUO:0000042"],
    deprecatedOn: new Date("2026-06-01"),
    embargoUntil: new Date("2025-12-31"),
  });
  await loadCatalogue(owner, { catalogue, now });
  expect(await unit()).toEqual(asWritten);
});

test("a load that fails leaves everything as it was", async () => {
  const [first, ...others] = catalogue.relations;
  if (!first) throw new Error("no relations");
  const broken = {
    ...catalogue,
    archives: [],
    relations: [{ ...first, to: "nowhere" }, ...others],
  };
  await expect(loadCatalogue(owner, { catalogue: broken })).rejects.toThrow();
  expect(await owner.archive.count()).toBe(catalogue.archives.length);
});

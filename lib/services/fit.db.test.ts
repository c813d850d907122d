import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { isGated } from "../catalogue/access-class";
import { fitFilter } from "../data-use/fit-filter";
import { NEW_PURPOSE, type PurposeFields, purposeForm } from "../data-use/purpose";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { fitOfUnits } from "./fit";
import { createPurpose } from "./purposes";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
  await loadCatalogue(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

async function fits(said: Partial<PurposeFields>, address: Record<string, string> = {}) {
  const purpose = purposeForm.parse({ ...NEW_PURPOSE, name: randomUUID(), ...said });
  const { id } = await createPurpose(team.lead, { commandId: randomUUID(), purpose });
  return fitOfUnits(team.lead, { purposeId: id, filter: fitFilter.parse(address) });
}

const METHODS: Partial<PurposeFields> = {
  ...{ kinds: ["methods"], notForProfit: "yes", commercial: "no", ethics: "yes" },
};

it("every gated unit of the catalogue has a verdict, and every page together shows each once", async () => {
  const rows = await superuser.accessUnit.findMany({
    where: { retiredAt: null, dataset: { retiredAt: null } },
  });
  const gated = rows.filter(({ accessClass }) => isGated(accessClass)).map(({ id }) => id);
  const { counts, pages } = await fits(METHODS);
  expect(counts.fits + counts.ask + counts.does_not_fit).toBe(gated.length);
  const shown: string[] = [];
  for (let page = 1; page <= pages; page++) {
    const { units } = await fits(METHODS, { page: String(page) });
    shown.push(...units.map(({ id }) => id));
  }
  expect(shown.toSorted()).toEqual(gated.toSorted());
});

it("a project that only develops methods fits where the consent group says MDS", async () => {
  const { units } = await fits(METHODS, { q: "framingham phs000007" });
  expect(units.map(({ fit }) => [fit.verdict, fit.deciding.code])).toEqual([
    ["fits", "HMB"],
    ["fits", "HMB"],
  ]);
  const plain = await fits(METHODS, { q: "Jackson" });
  expect(new Set(plain.units.map(({ fit }) => fit.verdict))).toEqual(new Set(["ask"]));
});

it("what fits comes first, and a verdict, an archive and words narrow the list", async () => {
  const ancestry: Partial<PurposeFields> = { kinds: ["ancestry"] };
  const all = await fits(ancestry);
  const order = all.units.map(({ fit }) => ["fits", "ask", "does_not_fit"].indexOf(fit.verdict));
  expect(order).toEqual(order.toSorted());
  const refused = await fits(ancestry, { verdict: "does_not_fit", q: "cohort" });
  expect(new Set(refused.units.map(({ fit }) => fit.verdict))).toEqual(new Set(["does_not_fit"]));
  const archive = all.units.at(-1)?.archive ?? "";
  const some = await fits(ancestry, { archive });
  expect(new Set(some.units.map((unit) => unit.archive))).toEqual(new Set([archive]));
  expect((await fits(ancestry, { q: "no such thing" })).counts).toEqual({
    ...{ fits: 0, ask: 0, does_not_fit: 0 },
  });
});

it("a unit without a code is for a person to judge, whatever the project", async () => {
  const { units } = await fits({ kinds: ["biomedical"] }, { archive: "physionet" });
  expect(units).not.toHaveLength(0);
  expect(new Set(units.map(({ fit }) => fit.verdict))).toEqual(new Set(["ask"]));
});

it("an unknown purpose is not found", async () => {
  const filter = fitFilter.parse({});
  const missing = fitOfUnits(team.lead, { purposeId: randomUUID(), filter });
  await expect(missing).rejects.toMatchObject({ code: "NOT_FOUND" });
});

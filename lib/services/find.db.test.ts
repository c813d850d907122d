import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { findQuery } from "../find/query-field";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { find } from "./find";
import { refusal } from "./sample-requests";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { inTeam } from "./transaction";

let superuser: PrismaClient;
let a: SampleTeam;
let b: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  a = await sampleTeam(superuser, "team-a", 77);
  b = await sampleTeam(superuser, "team-b", 78);
  await nameEverything(a);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** Gives each kind of thing in a team a name of its own. */
async function nameEverything(team: SampleTeam) {
  const { unitId, requestId, lead } = team;
  const { datasetId } = await superuser.accessUnit.findUniqueOrThrow({ where: { id: unitId } });
  await superuser.dataset.update({
    where: { id: datasetId },
    data: {
      ...{ slug: "mimic-iv", title: "Medical Information Mart", shortTitle: "MIMIC-IV" },
      searchText: "mimic iv medical information mart radiographs",
    },
  });
  await superuser.accessUnit.update({
    where: { id: unitId },
    data: { code: "phs000821.v1.p1.c1", consentCode: "GRU", dac: "JAAMH" },
  });
  await superuser.request.update({
    where: { id: requestId },
    data: { title: "Sepsis in Zürich", archiveNumber: "41234" },
  });
  await superuser.requestItem.update({
    where: { id: team.itemId },
    data: { archiveNumber: "98765-1" },
  });
  await superuser.person.update({
    where: { id: lead.personId },
    data: { name: "Lucía García", email: "lucia@lab.example", institution: "Universidad de Cádiz" },
  });
  await superuser.identity.update({ where: { id: team.identityId }, data: { value: "lgarcia-8" } });
  await superuser.obligation.update({
    where: { id: team.obligationId },
    data: { what: "Ask the committee for news" },
  });
  await superuser.document.update({
    where: { id: team.documentId },
    data: { name: "kidney_approval-2026.pdf" },
  });
  await superuser.publication.create({
    data: {
      ...{ slug: "paper-smith-2024", title: "Waveforms of the heart", url: "", source: "" },
      ...{ reference: "Smith 2024, Nature", doi: "10.1038/s41586-020-2649-2", year: 2024 },
      confidence: "high",
    },
  });
}

/** What is found, as the kind and the title of each. */
async function found(actor: Member, query: string): Promise<string[]> {
  const { q } = findQuery.parse({ q: query });
  return (await find(actor, q)).map(({ kind, title }) => `${kind}: ${title}`);
}

describe("each kind is found", () => {
  it.each([
    ["request: Sepsis in Zürich", ["sepsis", "seps", "zurich", "Zürich sepsis", "dbgap sepsis"]],
    ["request: Sepsis in Zürich", ["GB-77", "gb 77", "gb77", "77", "41234", "98765-1"]],
    ["request: Sepsis in Zürich", ["mimic", "medical mart", "phs000821.v1.p1.c1", "sepsis GRU"]],
    ["person: Lucía García", ["garcia", "Lucia", "LUCÍA garc", "lucia@lab.example", "cadiz"]],
    ["person: Lucía García", ["lgarcia-8", "lgarcia8", "lab.example"]],
    ["dataset: MIMIC-IV", ["mimic-iv", "MIMIC", "information mart", "radiographs"]],
    ["unit: MIMIC-IV GRU", ["phs000821", "phs000821.v1.p1", "phs000821 v1 c1", "mimic gru"]],
    ["duty: Ask the committee for news", ["committee news", "renewal", "news GB-77"]],
    ["document: kidney_approval-2026.pdf", ["kidney", "approval 2026", "kidney_approval-2026.pdf"]],
    ["agreement: Data Use Certification", ["data use cert", "certification dbgap"]],
    ["output: Genes of age", ["genes age", "genes of"]],
    ["paper: Waveforms of the heart", ["waveforms", "smith 2024", "10.1038/s41586-020-2649-2"]],
    ["incident: A laptop is gone", ["laptop", "stolen", "incident 77"]],
  ])("%s by %j", async (thing, queries) => {
    for (const query of queries) {
      expect(await found(a.lead, query), query).toContain(thing);
    }
  });

  it.each([
    ["request: Sepsis in Zürich", ["spesis", "sepssi", "zurihc", "sepis mimc"]],
    ["person: Lucía García", ["garcai", "gracia", "lucai garcia", "Luzia"]],
    ["dataset: MIMIC-IV", ["mimc", "mimmic", "radiograhps"]],
    ["duty: Ask the committee for news", ["comittee", "commitee news"]],
    ["document: kidney_approval-2026.pdf", ["kindey", "kidny aproval"]],
    ["paper: Waveforms of the heart", ["wavforms", "haert", "of teh heart"]],
  ])("%s by what was mistyped: %j", async (thing, queries) => {
    for (const query of queries) {
      expect(await found(a.lead, query), query).toContain(thing);
    }
  });

  it.each(["coordinator", "member", "viewer"] as const)("by a %s", async (role) => {
    const actor = await sampleMember(superuser, a.teamId, role);
    for (const query of ["sepsis", "mimic", "kidney", "laptop"]) {
      expect((await found(actor, query)).length, query).toBeGreaterThan(0);
    }
  });

  it("with what tells it from others, as its own page shows it", async () => {
    const [request] = await find(a.lead, "GB-77");
    expect(request).toEqual({
      ...{ kind: "request", id: a.requestId, slug: "", number: 77, title: "Sepsis in Zürich" },
      ...{ detail: "dbGaP · MIMIC-IV GRU", on: null, state: { of: "request", code: "approved" } },
    });
    const [duty] = await find(a.lead, "committee news");
    expect(duty).toMatchObject({ number: 77, on: "2026-11-22", state: { code: "due_soon" } });
  });
});

describe("the order", () => {
  it("puts an exact number first, then what begins so", async () => {
    const owner = { ownerId: a.lead.personId, teamId: a.teamId };
    const about = { archive: "ega", lifecycle: "ega-application", status: "draft" } as const;
    for (const number of [7, 770, 771]) {
      await superuser.request.create({
        data: {
          ...{ ...owner, ...about, id: crypto.randomUUID(), number, title: `Number ${number}` },
          ...{ createdAt: SAMPLE_NOW, updatedAt: SAMPLE_NOW },
        },
      });
    }
    expect((await found(a.lead, "GB-77"))[0]).toBe("request: Sepsis in Zürich");
    expect((await found(a.lead, "GB-7"))[0]).toBe("request: Number 7");
    expect(await found(a.lead, "GB-77")).toContain("request: Number 770");
  });

  it("puts the reader's own and what is open before the rest", async () => {
    const other = await sampleMember(superuser, a.teamId, "member");
    const request = (title: string, ownerId: string, status: "draft" | "closed") =>
      superuser.request.create({
        data: {
          ...{ id: crypto.randomUUID(), teamId: a.teamId, title, ownerId, status },
          ...{ number: 900 + title.length, archive: "ega", lifecycle: "ega-application" },
          ...{ createdAt: SAMPLE_NOW, updatedAt: SAMPLE_NOW },
        },
      });
    await request("Leukaemia of others", other.personId, "draft");
    await request("Leukaemia of others, closed", other.personId, "closed");
    await request("Leukaemia of mine, closed long ago", a.lead.personId, "closed");
    await request("Leukaemia", other.personId, "closed");
    expect(await found(a.lead, "leukaemia")).toEqual([
      "request: Leukaemia",
      "request: Leukaemia of mine, closed long ago",
      "request: Leukaemia of others",
      "request: Leukaemia of others, closed",
    ]);
  });
});

describe("what is found follows what is there", () => {
  it("a deleted document, a closed duty, a retired data set are found no more", async () => {
    await superuser.document.update({
      where: { id: a.documentId },
      data: { deletedAt: SAMPLE_NOW, deletedBy: "Ana", deletedWhy: "Wrong" },
    });
    await superuser.obligation.update({ where: { id: a.obligationId }, data: { state: "done" } });
    await superuser.dataset.update({
      where: { slug: "mimic-iv" },
      data: { retiredAt: SAMPLE_NOW },
    });
    expect(await found(a.lead, "kidney")).toEqual([]);
    expect(await found(a.lead, "committee news")).toEqual([]);
    expect(await found(a.lead, "radiographs")).toEqual([]);
    await superuser.document.update({ where: { id: a.documentId }, data: { deletedAt: null } });
    await superuser.obligation.update({ where: { id: a.obligationId }, data: { state: "open" } });
    await superuser.dataset.update({ where: { slug: "mimic-iv" }, data: { retiredAt: null } });
    expect(await found(a.lead, "kidney")).toHaveLength(1);
  });

  it("a new name is found, in requests for a data set too, and the old one is not", async () => {
    await superuser.dataset.update({
      where: { slug: "mimic-iv" },
      data: { shortTitle: "Quokka", searchText: "quokka" },
    });
    expect(await found(a.lead, "quokka")).toEqual(
      expect.arrayContaining(["request: Sepsis in Zürich", "unit: Quokka GRU", "dataset: Quokka"]),
    );
    expect(await found(a.lead, "quoka")).toContain("dataset: Quokka");
    expect(await found(a.lead, "radiographs")).toEqual([]);
    await superuser.dataset.update({
      where: { slug: "mimic-iv" },
      data: { shortTitle: "MIMIC-IV", searchText: "mimic iv radiographs" },
    });
  });

  it("a new title of a request is found in its duties, documents and agreements too", async () => {
    const { requestId: id } = a;
    const kinds = async (query: string) =>
      [...new Set((await find(a.lead, query)).map(({ kind }) => kind))].toSorted();
    const before = await kinds("sepsis");
    expect(before).toEqual(expect.arrayContaining(["document", "duty", "request"]));
    await superuser.request.update({ where: { id }, data: { title: "Numbat of the desert" } });
    expect(await kinds("numbat")).toEqual(before);
    expect(await kinds("sepsis")).toEqual([]);
    await superuser.request.update({ where: { id }, data: { title: "Sepsis in Zürich" } });
  });

  it("a change of no word writes nothing", async () => {
    const places = () =>
      superuser.$queryRaw`select ctid::text, kind from "SearchEntry" where "teamId" = ${a.teamId}::uuid order by 2, 1`;
    const before = await places();
    await superuser.request.update({
      where: { id: a.requestId },
      data: { status: "in_review", version: { increment: 1 }, updatedAt: new Date() },
    });
    await superuser.obligation.updateMany({ data: { nextPlanAt: SAMPLE_NOW } });
    await superuser.person.update({
      where: { id: a.lead.personId },
      data: { timeZone: "Asia/Tokyo" },
    });
    expect(await places()).toEqual(before);
    await superuser.request.update({ where: { id: a.requestId }, data: { status: "withdrawn" } });
    expect(await places()).not.toEqual(before);
  });
});

describe("nothing is found", () => {
  it("of another team, by whatever word", async () => {
    const queries = ["sepsis", "GB-77", "garcia", "kidney", "laptop", "committee", "spesis"];
    const ours = new Set<string>([...Object.values(a).filter((id) => typeof id === "string")]);
    for (const query of [...queries, "a", "sample", "genes", a.requestId, a.lead.personId]) {
      const ids = (await find(b.lead, query)).map(({ id }) => id);
      expect(
        ids.filter((id) => ours.has(id) && id !== a.unitId),
        query,
      ).toEqual([]);
    }
    expect(await found(b.lead, "sepsis")).toEqual([]);
  });

  it("by somebody who has left the team for a visitor's rights", async () => {
    const visitor = { kind: "visitor", ip: "", now: SAMPLE_NOW } as unknown as Member;
    expect((await refusal(find(visitor, "sepsis"))).code).toBe("FORBIDDEN");
  });

  it("where the transaction has named no team", async () => {
    const rows = await db().$queryRaw`select * from find_in_team('sepsis', 20)`;
    expect(rows).toEqual([]);
  });

  it("of what the app may not touch: the words themselves", async () => {
    const tries = [
      `select * from "SearchEntry"`,
      `select * from "SearchWord"`,
      `delete from "SearchEntry"`,
      `update "SearchEntry" set "teamId" = app_team()`,
      `insert into "SearchWord" ("teamId", word) values (app_team(), 'mine')`,
      "select * from findable_request",
      `select find_places('''~a'':*', app_team(), null)`,
      `select find_alike(app_team(), 'sepsis')`,
      "select find_again_request(app_team(), gen_random_uuid())",
    ];
    for (const sql of tries) {
      const work = inTeam(a.lead, (tx) => tx.$executeRawUnsafe(sql));
      await expect(work, sql).rejects.toThrow(/permission denied/);
    }
  });
});

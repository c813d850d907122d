import { beforeAll, beforeEach, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { getRequest } from "./requests";
import { sampleMove as move, refusal, sampleDraft, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;

const DECISION = {
  decidedOn: "2025-12-20",
  startsOn: "2025-12-20",
  endsOn: "2026-12-20",
  documentId: "",
};

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

/** A dbGaP project that was approved for a year, of which four weeks are left. */
beforeEach(async () => {
  const people = await sampleTeams(superuser);
  lead = people.lead;
  await saveDraft(lead, await sampleDraft(superuser, people, ["phs000424.c1"]));
  await move(lead, 1, "submit");
  await move(lead, 1, "file", { answers: { on: "2025-11-18", projectNumber: "12345" } });
  await move(lead, 1, "so_approved", { answers: { on: "2025-11-18" } });
  await move(lead, 1, "approve", { decision: DECISION });
});

const renew = () => move(lead, 1, "file_renewal", { answers: { on: "2026-11-10" } });
const rounds = async () => {
  const { id } = await getRequest(lead, 1);
  return superuser.cycle.findMany({ where: { requestId: id }, orderBy: { number: "asc" } });
};
const grants = async () => {
  const { items } = await getRequest(lead, 1);
  return items.flatMap((item) => item.grants).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
};

it("a renewal is a new round, and the old approval goes on meanwhile", async () => {
  await renew();
  const request = await getRequest(lead, 1);
  expect(request.items).toMatchObject([{ step: "so_review" }]);
  expect(request.submittedOn).toBe("2026-11-10");
  expect(await grants()).toMatchObject([{ endsOn: "2026-12-20", endedOn: null }]);
  expect(await rounds()).toMatchObject([
    { number: 1, filed: [{ on: "2025-11-18" }] },
    { number: 2, filed: [{ on: "2026-11-10" }] },
  ]);
});

it("its approval replaces the old one in the new round", async () => {
  await renew();
  await move(lead, 1, "so_approved", { answers: { on: "2026-11-11" } });
  const decision = { ...DECISION, decidedOn: "2026-11-20", startsOn: "2026-11-20" };
  await move(lead, 1, "approve", { decision: { ...decision, endsOn: "2027-11-20" } });
  expect(await grants()).toMatchObject([
    { endedOn: "2026-11-20", endedBy: "renewed" },
    { endsOn: "2027-11-20", endedOn: null },
  ]);
  const [, second] = await rounds();
  expect((await grants())[1]?.cycleId).toBe(second?.id);
});

it("withdrawn, it leaves the approval standing; only a first request is withdrawn for good", async () => {
  await renew();
  const early = await refusal(move(lead, 1, "withdraw", { answers: { on: "2026-11-11" } }));
  expect(early.code).toBe("CONFLICT");
  await move(lead, 1, "withdraw_renewal", { answers: { on: "2026-11-11" } });
  const request = await getRequest(lead, 1);
  expect(request.items).toMatchObject([{ step: "approved", status: "approved" }]);
  expect(request.obligations).toMatchObject([{ dueOn: "2026-12-20" }]);
});

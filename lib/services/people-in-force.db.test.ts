import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { accessCell } from "./access";
import { saveDraft } from "./drafts";
import { getRequest } from "./requests";
import { sampleRenewal } from "./sample-renewals";
import { sampleMove as move, sampleDraft, sampleFiling, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

const TODAY = day("2026-11-22");
const FIRST = {
  ...{ decidedOn: "2025-12-20", startsOn: "2025-12-20", endsOn: "2026-12-20", documentId: "" },
};
const SECOND = {
  ...{ decidedOn: "2026-11-20", startsOn: "2026-11-20", endsOn: "2027-11-20", documentId: "" },
};

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

/** An approved dbGaP project that names one member as collaborator, and not the colleague. */
beforeEach(async () => {
  people = await sampleTeams(superuser);
  lead = people.lead;
  const startsOn = new Date("2025-01-01");
  await superuser.person.updateMany({ where: { teamId: lead.teamId }, data: { startsOn } });
  const draft = await sampleDraft(superuser, people, ["phs000007.c2"]);
  const internalCollaborators = [people.member.personId];
  await saveDraft(lead, { ...draft, answers: { ...draft.answers, internalCollaborators } });
  await sampleFiling(lead, 1, "2025-11-18");
  await move(lead, 1, "approve", { decision: FIRST });
});

/** Whether the project names somebody on a day, in the eyes of who may open what. */
async function isNamed({ personId }: Member, on = TODAY): Promise<boolean> {
  const { items } = await getRequest(lead, 1);
  const cell = await accessCell(lead, { personId, unitId: items[0]?.unitId ?? "", on });
  return !cell.reasons.some(({ kind }) => kind === "named");
}

async function name(collaborators: Member[]): Promise<void> {
  const { id, version, title, answers, items } = await getRequest(lead, 1);
  const internalCollaborators = collaborators.map(({ personId }) => personId);
  await saveDraft(lead, {
    ...{ id, version, archive: "dbgap", title, personIds: [], itemAnswers: {} },
    unitIds: items.map(({ unitId }) => unitId),
    answers: { ...answers, internalCollaborators },
  });
}

describe("whom an approval covers", () => {
  it("stays covered although the renewal that is written or reviewed drops them, until it is approved", async () => {
    expect(await isNamed(people.member)).toBe(true);
    await sampleRenewal(lead, 1, "2026-11-10", { dropped: [people.member.personId] });
    expect(await isNamed(people.member)).toBe(true);
    await move(lead, 1, "approve", { decision: SECOND });
    expect(await isNamed(people.member)).toBe(false);
    // The year that is over stays as it was.
    expect(await isNamed(people.member, day("2026-11-19"))).toBe(true);
    expect(await isNamed(people.member, day("2026-11-20"))).toBe(false);
  });

  it("is nobody whom only the text that is being written names", async () => {
    await move(lead, 1, "begin_renewal");
    await name([people.member, people.colleague]);
    expect(await isNamed(people.colleague)).toBe(false);
    expect(await isNamed(people.member)).toBe(true);
  });
});

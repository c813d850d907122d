import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { getRenewal, saveRenewal } from "./renewals";
import { getRequest } from "./requests";
import { FIRST_YEAR, sampleRenewal, sampleReport, sampleYear } from "./sample-renewals";
import { sampleMove as move, refusal, type sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

const SECOND = {
  ...FIRST_YEAR,
  decidedOn: "2026-11-20",
  startsOn: "2026-11-20",
  endsOn: "2027-11-20",
};

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  people = await sampleYear(superuser);
  lead = people.lead;
});

const begin = (codes?: string[]) => move(lead, 1, "begin_renewal", { codes });
const file = (on = "2026-11-10") => move(lead, 1, "file_renewal", { answers: { on } });
const giveUp = (codes?: string[]) =>
  move(lead, 1, "withdraw_renewal", { answers: { on: "2026-11-11" }, codes });
const steps = async () => (await getRequest(lead, 1)).items.map(({ step }) => step);
const duties = async (kind: string) => {
  const { id } = await getRequest(lead, 1);
  return superuser.obligation.findMany({ where: { requestId: id, kind } });
};
const rounds = async () => {
  const { id } = await getRequest(lead, 1);
  return superuser.cycle.findMany({ where: { requestId: id }, orderBy: { number: "asc" } });
};
const grants = async () => {
  const { items } = await getRequest(lead, 1);
  return items.flatMap((item) => item.grants).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
};
/** What somebody types into the form, whatever else it says. */
async function write(researchUse: string) {
  const { id, version, title, answers, items } = await getRequest(lead, 1);
  await saveDraft(lead, {
    ...{ id, version, archive: "dbgap", title, personIds: [], itemAnswers: {} },
    ...{ unitIds: items.map(({ unitId }) => unitId), answers: { ...answers, researchUse } },
  });
}

describe("a renewal that is begun", () => {
  it("is a new round that renews the approved one, and the approval goes on meanwhile", async () => {
    await begin();
    const [first, second] = await rounds();
    expect(first).toMatchObject({ number: 1, kind: "first", state: "approved" });
    expect(second).toMatchObject({ number: 2, kind: "renewal", state: "open", submittedOn: null });
    expect(second?.renewsId).toBe(first?.id);
    expect(await steps()).toEqual(["renewal_draft", "renewal_draft"]);
    expect(await grants()).toMatchObject([{ endedOn: null }, { endedOn: null }]);
  });

  it("takes some data sets at first and others later, all in one round", async () => {
    await begin(["phs000007.c1"]);
    expect(await steps()).toEqual(["renewal_draft", "approved"]);
    await begin(["phs000007.c2"]);
    expect(await rounds()).toHaveLength(2);
    expect((await getRenewal(lead, 1)).taking).toHaveLength(2);
  });

  it("asks for the signing official's approval thirty days before the end", async () => {
    await begin();
    expect(await duties("dbgap_renewal_signoff")).toMatchObject([
      { state: "open", ownerId: people.colleague.personId, dueOn: new Date("2026-11-22") },
    ]);
  });

  it("is begun by one of two who begin it at once", async () => {
    const both = await Promise.allSettled([begin(), begin()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await rounds()).toHaveLength(2);
  });

  it("is the only one of its round, which the database keeps too", async () => {
    await begin();
    const [first, second] = await rounds();
    if (!first || !second) throw new Error("no rounds");
    const { id: _id, filed: _filed, progress: _progress, keeps: _keeps, ...row } = second;
    await expect(superuser.cycle.create({ data: { ...row, number: 3 } })).rejects.toMatchObject({
      code: "P2002",
    });
  });
});

describe("filing a renewal", () => {
  it("needs a complete report", async () => {
    await begin();
    expect(await refusal(file())).toMatchObject({ code: "INVALID", options: { field: "dataUse" } });
    await sampleReport(lead, 1);
    await file();
    expect(await rounds()).toMatchObject([
      { filed: [{ on: "2025-11-18" }] },
      { filed: [{ on: "2026-11-10" }], submittedOn: new Date("2026-11-10") },
    ]);
  });

  it("leaves out the data sets that are not renewed", async () => {
    await begin(["phs000007.c1"]);
    await sampleReport(lead, 1);
    await file();
    expect(await steps()).toEqual(["so_review", "approved"]);
    const [, second] = await rounds();
    expect(second?.filed).toMatchObject([{ items: [{ unit: "phs000007.c1" }] }]);
  });

  it("ends the wait for the signing official once there is the approval", async () => {
    await begin();
    await sampleReport(lead, 1);
    await file();
    expect(await duties("dbgap_renewal_signoff")).toMatchObject([{ state: "open" }]);
    await move(lead, 1, "so_approved", { answers: { on: "2026-11-11" } });
    expect(await duties("dbgap_renewal_signoff")).toMatchObject([{ state: "done" }]);
  });
});

describe("the approval of a renewal", () => {
  it("replaces the old one in the new round", async () => {
    await sampleRenewal(lead, 1, "2026-11-10");
    await move(lead, 1, "approve", { decision: SECOND, codes: ["phs000007.c1"] });
    const [, second] = await rounds();
    expect(second).toMatchObject({ state: "approved", decidedOn: new Date("2026-11-20") });
    const all = await grants();
    expect(all.map(({ endedBy }) => endedBy)).toEqual(["renewed", null, null]);
    expect(all.at(-1)?.cycleId).toBe(second?.id);
  });

  it("opens the duty to begin the next one, ninety days before the new end, told once", async () => {
    await sampleRenewal(lead, 1, "2026-11-10");
    await move(lead, 1, "approve", { decision: SECOND });
    expect(await duties("dbgap_renewal_window")).toMatchObject([
      { state: "done", dueOn: new Date("2026-09-21") },
      { state: "open", dueOn: new Date("2027-08-22") },
    ]);
  });

  it("brings what follows for whom it dropped", async () => {
    await sampleRenewal(lead, 1, "2026-11-10", { dropped: [people.member.personId] });
    expect(await duties("dbgap_copies")).toEqual([]);
    await move(lead, 1, "approve", { decision: SECOND });
    expect(await duties("dbgap_copies")).toMatchObject([
      { personId: people.member.personId, dueOn: new Date("2026-11-20") },
    ]);
  });
});

describe("a renewal that is given up", () => {
  it("leaves the approval standing, and the request as it was last approved", async () => {
    const before = (await getRequest(lead, 1)).answers;
    await begin();
    await write("Another aim.");
    await sampleReport(lead, 1, { dropped: [people.member.personId] });
    await giveUp();
    const request = await getRequest(lead, 1);
    expect(await steps()).toEqual(["approved", "approved"]);
    expect(request.answers).toEqual(before);
    expect(request.people.some(({ personId }) => personId === people.member.personId)).toBe(true);
    expect(await rounds()).toMatchObject([{ state: "approved" }, { state: "withdrawn" }]);
    expect(await duties("dbgap_renewal_signoff")).toMatchObject([{ state: "not_applicable" }]);
  });

  it("keeps what was typed in the history", async () => {
    await begin();
    await write("Another aim.");
    await giveUp();
    const { id } = await getRequest(lead, 1);
    const [line] = await superuser.event.findMany({
      where: { requestId: id, action: "renewal.givenUp" },
    });
    expect(line?.data).toMatchObject({ form: { answers: { researchUse: "Another aim." } } });
  });

  it("goes on for the data sets that stay in it", async () => {
    await begin();
    await giveUp(["phs000007.c2"]);
    expect(await rounds()).toMatchObject([{}, { state: "open" }]);
  });

  it("may be begun again, from what was approved and not from what was withdrawn", async () => {
    await begin();
    await write("Another aim.");
    await sampleReport(lead, 1);
    await file();
    await giveUp();
    await begin();
    const all = await rounds();
    expect(all).toMatchObject([{}, { state: "withdrawn" }, { state: "open" }]);
    expect(all[2]?.renewsId).toBe(all[0]?.id);
    expect((await getRequest(lead, 1)).answers.researchUse).not.toBe("Another aim.");
  });

  it("is no way for a first request, which is withdrawn instead", async () => {
    await begin();
    const early = await refusal(move(lead, 1, "withdraw", { answers: { on: "2026-11-11" } }));
    expect(early.code).toBe("CONFLICT");
  });
});

describe("a renewal that is refused", () => {
  const refuse = () =>
    move(lead, 1, "reject", { answers: { on: "2026-11-12", reason: "Not enough." } });

  it("leaves the approval to its end, and never becomes the base of the next one", async () => {
    await begin();
    await write("Another aim.");
    await sampleReport(lead, 1);
    await file();
    await move(lead, 1, "so_approved", { answers: { on: "2026-11-11" } });
    await refuse();
    expect(await rounds()).toMatchObject([
      { state: "approved" },
      { state: "rejected", decidedOn: new Date("2026-11-12") },
    ]);
    expect(await grants()).toMatchObject([{ endedOn: null }, { endedOn: null }]);
    await move(lead, 1, "withdraw_renewal", { answers: { on: "2026-11-12" } });
    await begin();
    const all = await rounds();
    expect(all).toMatchObject([{}, { state: "rejected" }, { state: "open", number: 3 }]);
    expect(all[2]?.renewsId).toBe(all[0]?.id);
    expect((await getRequest(lead, 1)).answers.researchUse).not.toBe("Another aim.");
  });

  it("is open again once it is revised", async () => {
    await sampleRenewal(lead, 1, "2026-11-10");
    await refuse();
    await move(lead, 1, "revise", { codes: ["phs000007.c1"] });
    expect((await rounds())[1]).toMatchObject({ state: "open", decidedOn: null });
  });
});

describe("saving a renewal", () => {
  it("is refused to whoever was slower, with what the other one wrote", async () => {
    await begin();
    const { id, version } = await getRequest(lead, 1);
    const mine = { requestId: id, version, keeps: [], told: [], answers: { dataUse: "Mine." } };
    await saveRenewal(lead, mine);
    const error = await refusal(saveRenewal(lead, { ...mine, answers: { dataUse: "Late." } }));
    expect(error).toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { answers: { dataUse: "Mine." } } } },
    });
  });

  it("drops nobody in whose name the project stands", async () => {
    await begin();
    const { id, version } = await getRequest(lead, 1);
    const pi = { personId: lead.personId, function: "pi" as const, keep: false };
    const saving = saveRenewal(lead, {
      requestId: id,
      version,
      keeps: [pi],
      told: [],
      answers: {},
    });
    expect(await refusal(saving)).toMatchObject({ code: "INVALID", options: { field: "keeps" } });
  });

  it("is over once the renewal was filed", async () => {
    await begin();
    await sampleReport(lead, 1);
    await file();
    expect((await refusal(sampleReport(lead, 1))).code).toBe("CONFLICT");
  });
});

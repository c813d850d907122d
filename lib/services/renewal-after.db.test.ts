import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { getRequest } from "./requests";
import { FIRST_YEAR, sampleReport, sampleYear } from "./sample-renewals";
import { sampleMove as move, refusal, type sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;

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
const duties = async (kind: string) => {
  const { id } = await getRequest(lead, 1);
  return superuser.obligation.findMany({ where: { requestId: id, kind } });
};
const rounds = async () => {
  const { id } = await getRequest(lead, 1);
  return superuser.cycle.findMany({ where: { requestId: id }, orderBy: { number: "asc" } });
};
/** What somebody types into the form, whatever else it says. */
async function write(researchUse: string) {
  const { id, version, title, answers, items } = await getRequest(lead, 1);
  await saveDraft(lead, {
    ...{ id, version, archive: "dbgap", title, personIds: [], itemAnswers: {} },
    ...{ unitIds: items.map(({ unitId }) => unitId), answers: { ...answers, researchUse } },
  });
}

describe("an approval that NIH takes away", () => {
  const terminate = (codes?: string[]) =>
    move(lead, 1, "terminate", { answers: { on: "2026-11-12", reason: "A breach." }, codes });

  it("leaves nothing to renew, and nothing to sign", async () => {
    expect(await duties("dbgap_renewal_window")).toMatchObject([{ state: "open" }]);
    await terminate(["phs000007.c1"]);
    expect(await duties("dbgap_renewal_window")).toMatchObject([{ state: "open" }]);
    await terminate(["phs000007.c2"]);
    expect(await duties("dbgap_renewal_window")).toMatchObject([{ state: "not_applicable" }]);
    await move(lead, 1, "reinstate", {
      ...{ answers: { reason: "The appeal." }, codes: ["phs000007.c1"] },
      decision: { ...FIRST_YEAR, decidedOn: "2026-11-20", startsOn: "2026-11-20" },
    });
    expect(await duties("dbgap_renewal_window")).toMatchObject([{ state: "not_applicable" }]);
  });

  it("ends the wait for the signing official of its renewal", async () => {
    await begin();
    await terminate();
    expect(await rounds()).toMatchObject([{}, { state: "withdrawn" }]);
    expect(await duties("dbgap_renewal_signoff")).toMatchObject([{ state: "not_applicable" }]);
  });
});

describe("a revision of what was approved", () => {
  it("that was refused is no base of the next renewal, though its round was approved before", async () => {
    const on = { on: "2026-11-12" };
    await move(lead, 1, "revise_approved", { answers: on });
    await write("Another aim.");
    await move(lead, 1, "resubmit", { answers: on });
    await move(lead, 1, "so_approved", { answers: on });
    await move(lead, 1, "reject", { answers: { ...on, reason: "Not enough." } });
    await move(lead, 1, "withdraw_renewal", { answers: on });
    expect((await getRequest(lead, 1)).answers.researchUse).not.toBe("Another aim.");
    await begin();
    expect((await getRequest(lead, 1)).answers.researchUse).not.toBe("Another aim.");
  });

  it("that is being written is kept in the history when another data set is renewed", async () => {
    const on = { on: "2026-11-12" };
    await move(lead, 1, "version_action", {
      ...{ answers: { ...on, reason: "Say more." }, codes: ["phs000007.c2"] },
    });
    await write("Said more.");
    await begin(["phs000007.c1"]);
    const { id } = await getRequest(lead, 1);
    const [line] = await superuser.event.findMany({
      where: { requestId: id, action: "renewal.begun" },
    });
    expect(line?.data).toMatchObject({ form: { answers: { researchUse: "Said more." } } });
  });
});

it("nothing of an approval happens before the day on which it was given", async () => {
  await begin();
  await sampleReport(lead, 1);
  const before = { answers: { on: "2025-12-19", reason: "A breach." } };
  for (const name of ["file_renewal", "withdraw_renewal", "terminate"]) {
    const error = await refusal(move(lead, 1, name, before));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "on" } });
    expect(error.message).toContain("20 Dec 2025");
  }
  await move(lead, 1, "file_renewal", { answers: { on: "2025-12-20" } });
});

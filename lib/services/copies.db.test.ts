import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { changeCopy, destroyCopy, listCopies, registerCopy, restoreCopy } from "./copies";
import { saveDraft } from "./drafts";
import { listHistory } from "./history";
import { getRequest } from "./requests";
import { sampleCloseOut, sampleCopy } from "./sample-closing";
import { refusal, sampleDraft, sampleFiling, sampleMove, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;

const TODAY = day("2026-11-22");

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer } = await sampleTeams(superuser));
  const people = { member, lead, colleague };
  await saveDraft(lead, await sampleDraft(superuser, people, ["phs000007.c1"]));
});

const first = async () => (await listCopies(viewer))[0] ?? expect.fail();

async function destroy(actor: Member, change: object = {}) {
  const { id, version } = await first();
  const destruction = {
    ...{ destroyedOn: TODAY, method: "Overwritten", destroyedById: lead.personId },
    ...{ witness: "Somebody else", documentId: null, ...change },
  };
  return destroyCopy(actor, { id, version, destruction });
}

describe("a copy", () => {
  it("is registered by a member, with what was made of it, and read by everybody", async () => {
    const raw = await sampleCopy(member, 1);
    await sampleCopy(member, 1, { kind: "model", what: "Weights", place: "gpu1", madeOfId: raw });
    expect(await listCopies(viewer)).toMatchObject([
      { what: "BAM files", madeOf: null, destroyedOn: null, request: { number: 1 } },
      { what: "Weights", kind: "model", madeOf: { what: "BAM files" } },
    ]);
    const { id } = await getRequest(lead, 1);
    expect((await listHistory(lead, { requestId: id }))[0]).toMatchObject({
      ...{ action: "copy.registered", data: { name: "Weights", to: "gpu1" } },
    });
    expect(await refusal(sampleCopy(viewer, 1))).toMatchObject({ code: "FORBIDDEN" });
  });

  it("is registered once, however often its form is sent", async () => {
    const { id: requestId, items } = await getRequest(lead, 1);
    const input = {
      commandId: randomUUID(),
      copy: {
        ...{ kind: "copy" as const, what: "X", placeKind: "server" as const, place: "/x" },
        ...{ putById: lead.personId, putOn: TODAY, requestId, madeOfId: null },
        unitIds: items.map(({ unitId }) => unitId),
      },
    };
    const ids = await Promise.all([registerCopy(lead, input), registerCopy(lead, input)]);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    expect(await listCopies(lead)).toHaveLength(1);
  });

  it("holds data that its request is about, and was put there by today", async () => {
    const other = await superuser.accessUnit.findFirstOrThrow({ where: { code: "phs000424.c1" } });
    const fields = async (change: object) => {
      const { code, options } = await refusal(sampleCopy(lead, 1, change));
      return [code, options.field];
    };
    expect(await fields({ unitIds: [other.id] })).toEqual(["INVALID", "copy.unitIds"]);
    expect(await fields({ putOn: addDays(TODAY, 2) })).toEqual(["INVALID", "copy.putOn"]);
    expect(await fields({ putById: randomUUID() })).toEqual(["NOT_FOUND", undefined]);
    expect(await fields({ madeOfId: randomUUID() })).toEqual(["NOT_FOUND", undefined]);
    // Without a request it may hold anything.
    await sampleCopy(lead, 1, { unitIds: [other.id], requestId: null });
  });

  it("is corrected while it is open, by whoever saw it as it is", async () => {
    await sampleCopy(lead, 1);
    const { id, version, units } = await first();
    const copy = {
      ...{ kind: "backup" as const, what: "BAM files", placeKind: "backup" as const },
      ...{ place: "tape 12", putById: lead.personId, putOn: TODAY, requestId: null },
      ...{ unitIds: units.map((unit) => unit.id), madeOfId: null },
    };
    await changeCopy(member, { id, version, copy });
    expect(await first()).toMatchObject({ place: "tape 12", kind: "backup", requestId: null });
    expect(await refusal(changeCopy(member, { id, version, copy }))).toMatchObject({
      ...{ code: "CONFLICT", options: { details: { current: { place: "tape 12" } } } },
    });
    const circle = { id, version: version + 1, copy: { ...copy, madeOfId: id } };
    expect(await refusal(changeCopy(member, circle))).toMatchObject({
      ...{ code: "INVALID", options: { field: "copy.madeOfId" } },
    });
  });
});

describe("a destruction", () => {
  it("says how, by whom, before whom and when; it is recorded once", async () => {
    await sampleCopy(lead, 1);
    const { id, version } = await first();
    await destroy(member);
    expect(await first()).toMatchObject({
      ...{ destroyedOn: TODAY, method: "Overwritten", witness: "Somebody else" },
      destroyedBy: { name: lead.name },
    });
    expect(await refusal(destroy(member))).toMatchObject({ code: "CONFLICT" });
    const copy = { kind: "copy", what: "Y", placeKind: "server", place: "/y" } as const;
    const more = { putById: lead.personId, putOn: TODAY, requestId: null, madeOfId: null };
    const unitIds = (await first()).unitIds;
    const change = { id, version: version + 1, copy: { ...copy, ...more, unitIds } };
    expect((await refusal(changeCopy(lead, change))).message).toContain("destroyed");
  });

  it("needs a witness other than the one who did it, and a day that fits", async () => {
    await sampleCopy(lead, 1);
    const fieldOf = async (change: object) =>
      (await refusal(destroy(member, change))).options.field;
    expect(await fieldOf({ witness: lead.name })).toBe("destruction.witness");
    expect(await fieldOf({ destroyedOn: addDays(TODAY, -1) })).toBe("destruction.destroyedOn");
    expect(await fieldOf({ destroyedOn: addDays(TODAY, 2) })).toBe("destruction.destroyedOn");
  });

  it("is taken back by an organiser, with the reason in the history", async () => {
    await sampleCopy(lead, 1);
    await destroy(member);
    const { id, version } = await first();
    const input = { id, version, reason: "It was another disk" };
    expect(await refusal(restoreCopy(member, input))).toMatchObject({ code: "FORBIDDEN" });
    await restoreCopy(colleague, input);
    expect(await first()).toMatchObject({
      ...{ destroyedOn: null, method: null, witness: null, destroyedBy: null },
    });
    const { id: requestId } = await getRequest(lead, 1);
    expect((await listHistory(lead, { requestId }))[0]).toMatchObject({
      ...{ action: "copy.restored", data: { reason: "It was another disk" } },
    });
    expect(await refusal(restoreCopy(colleague, input))).toMatchObject({ code: "CONFLICT" });
  });
});

describe("a copy found after the close-out", () => {
  const duties = async () =>
    superuser.obligation.findMany({
      where: { teamId: lead.teamId, kind: "copy_after_close_out" },
      select: { state: true, what: true },
    });

  it("is registered all the same, and opens a duty that its destruction closes", async () => {
    await sampleFiling(lead, 1, TODAY);
    const decision = { decidedOn: TODAY, startsOn: TODAY, endsOn: "2027-11-22", documentId: "" };
    await sampleMove(lead, 1, "approve", { decision });
    await sampleCloseOut(lead, 1);
    await sampleCopy(lead, 1, { what: "Forgotten disk" });
    expect(await duties()).toMatchObject([
      { state: "open", what: expect.stringContaining("“Forgotten disk”") },
    ]);
    await destroy(lead);
    expect(await duties()).toMatchObject([{ state: "done" }]);
    const { id, version } = await first();
    await restoreCopy(lead, { id, version, reason: "Wrong disk" });
    expect(await duties()).toMatchObject([{ state: "open" }]);
  });
});

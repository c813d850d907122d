import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { AppError } from "../errors";
import { freshDatabase } from "../launch/test-database";
import type { MoveInput } from "../requests/move-form";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { moveRequest } from "./moves";
import { getRequest } from "./requests";
import { sampleMove as move, sampleDraft, sampleFiling, sampleTeams } from "./sample-requests";
import { undoLastMove } from "./undo-move";

const TRIES = 20;
const DECISION = {
  ...{ decidedOn: "2026-11-20", startsOn: "2026-11-20", endsOn: "2027-11-20" },
  documentId: "",
};

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 25 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  const people = await sampleTeams(superuser);
  ({ lead, colleague } = people);
  const codes = ["phs000007.c1", "phs000007.c2"];
  await saveDraft(lead, await sampleDraft(superuser, people, codes));
});

/** What 20 members get who record something of one request at once, each from their own page. */
async function race(inputs: (index: number) => Partial<MoveInput> & { move: string }) {
  const { id: requestId, version, items } = await getRequest(lead, 1);
  const before = await movesOf(requestId);
  const outcomes = await Promise.all(
    Array.from({ length: TRIES }, (_, index) =>
      moveRequest(index % 2 ? lead : colleague, {
        ...{ commandId: randomUUID(), requestId, version, answers: {} },
        ...{ itemIds: items.map((item) => item.id), ...inputs(index) },
      }).catch((error: unknown) => error),
    ),
  );
  const refused = outcomes.filter((outcome) => outcome instanceof AppError);
  expect(outcomes.length - refused.length).toBe(1);
  for (const { code, message, options } of refused) {
    expect(code).toBe("CONFLICT");
    expect(message).toMatch(/^This request has changed since you opened the page\./);
    expect(options.details).toEqual({ version: version + 1 });
  }
  const after = await movesOf(requestId);
  expect(after.length - before.length).toBe(1);
  const request = await getRequest(lead, 1);
  expect(request.version).toBe(version + 1);
  return { request, won: after[0]?.data as { move: string } };
}

async function movesOf(requestId: string) {
  return superuser.event.findMany({
    where: { requestId, action: "request.moved" },
    orderBy: { seq: "desc" },
    select: { data: true },
  });
}

async function expectOneStayEach(requestId: string) {
  const open = await superuser.itemStep.groupBy({
    by: ["itemId"],
    where: { requestId, leftOn: null },
    _count: { _all: true },
  });
  expect(open.map(({ _count }) => _count._all)).toEqual([1, 1]);
}

describe(`${TRIES} moves of one request at once`, () => {
  it("are one submission", async () => {
    const { request } = await race(() => ({ move: "submit" }));
    expect(request.items.map(({ step }) => step)).toEqual(["ready_to_file", "ready_to_file"]);
    await expectOneStayEach(request.id);
  });

  it("are one filing, of which one copy is kept", async () => {
    await move(lead, 1, "submit");
    const answers = { on: "2026-11-18", projectNumber: "12345" };
    const { request } = await race(() => ({ move: "file", answers }));
    const cycle = await superuser.cycle.findFirstOrThrow({ where: { requestId: request.id } });
    expect(cycle.filed).toHaveLength(1);
  });

  it("that contradict each other leave one state, told by the one that won", async () => {
    await move(lead, 1, "submit");
    await move(lead, 1, "file", { answers: { on: "2026-11-18", projectNumber: "12345" } });
    const choices = ["so_approved", "so_returned", "pi_recalled", "withdraw"];
    const answers = { on: "2026-11-19", reason: "Say more" };
    const { request, won } = await race((index) => ({ move: choices[index % 4] ?? "", answers }));
    const to = {
      so_approved: "dac_review",
      so_returned: "revision_requested",
      ...{ pi_recalled: "draft", withdraw: "withdrawn" },
    }[won.move];
    expect(request.items.map(({ step }) => step)).toEqual([to, to]);
    await expectOneStayEach(request.id);
  });

  it("give one approval to each item, and one duty at its end", async () => {
    await sampleFiling(lead, 1, "2026-11-18");
    const { request } = await race(() => ({ move: "approve", decision: DECISION }));
    expect(request.items.map(({ grants }) => grants.length)).toEqual([1, 1]);
    expect(request.obligations.filter(({ kind }) => kind === "dbgap_renewal")).toHaveLength(2);
  });

  it("and their taking back end in one of both", async () => {
    await move(lead, 1, "submit");
    const { id, version } = await getRequest(lead, 1);
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 10 }, () =>
        undoLastMove(lead, { commandId: randomUUID(), requestId: id, version, why: "mistake" }),
      ),
      ...Array.from({ length: 10 }, () =>
        moveRequest(lead, {
          ...{ commandId: randomUUID(), requestId: id, version, move: "back_to_draft" },
          ...{ itemIds: [], answers: {} },
        }),
      ),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const request = await getRequest(lead, 1);
    expect(request).toMatchObject({ status: "draft", version: version + 1 });
    await expectOneStayEach(id);
  });
});

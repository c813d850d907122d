import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import type { Lifecycle, Move } from "../archives/lifecycle";
import { addDays, type Day, day, dayFromColumn } from "../dates/day";
import { connect, setDb } from "../db";
import { AppError } from "../errors";
import { freshDatabase } from "../launch/test-database";
import { itemKey } from "../requests/draft";
import { allowedMoves, checkMove, stepOf, summarise } from "../requests/lifecycle";
import { type ModelItem, modelItem, moveItems, wayTo } from "../requests/sample-walks";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { moveRequest } from "./moves";
import { getRequest } from "./requests";
import { sampleDraft, sampleTeams } from "./sample-requests";
import { prepareMove, sampleInput } from "./sample-walk";
import { undoLastMove } from "./undo-move";

const CODES: Readonly<Record<string, readonly string[]>> = {
  "dbgap-project": ["phs000007.c1", "phs000007.c2"],
  "ega-application": ["EGAD00010000674", "EGAD00010000676"],
  "physionet-restricted": ["ct-ich/1.3.1"],
  "physionet-credentialed": ["mimiciv/3.1"],
  "physionet-contributor": ["hirid/1.1.1"],
};
const FIRST_DAY = day("2025-01-05");

let superuser: PrismaClient;
let lead: Member;
let people: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 3 });
  setDb(connect(database.appUrl, { max: 5 }));
  await loadCatalogue(superuser);
  people = await sampleTeams(superuser);
  lead = people.lead;
});

/** A request beside the model of it that the rules alone keep. */
class Walk {
  private steps = 0;
  private moved = 0;
  private undone = 0;
  private before: ModelItem[][] = [];

  private constructor(
    readonly lifecycle: Lifecycle,
    readonly number: number,
    private items: ModelItem[],
  ) {}

  static async begin(lifecycle: Lifecycle): Promise<Walk> {
    const archive = ARCHIVES.find(({ lifecycles }) => lifecycles.includes(lifecycle));
    const personIds = archive?.itemPerPerson ? [people.member.personId, lead.personId] : [];
    const draft = await sampleDraft(superuser, people, CODES[lifecycle.id] ?? [], { personIds });
    const [unitId = ""] = draft.unitIds;
    const [answers = {}] = Object.values(draft.itemAnswers);
    for (const personId of personIds) draft.itemAnswers[itemKey({ unitId, personId })] = answers;
    const { number } = await saveDraft(lead, draft);
    const { items } = await getRequest(lead, number);
    const today = items[0]?.stepSince ?? FIRST_DAY;
    return new Walk(
      lifecycle,
      number,
      items.map(({ id }) => modelItem(lifecycle, id, today)),
    );
  }

  get open() {
    return allowedMoves(this.lifecycle, this.items, () => true);
  }

  /** Makes a move, or is refused, as the rules say; compares what is stored with the model. */
  async go(move: Move, chosen?: readonly string[]): Promise<boolean> {
    const check = checkMove(
      this.lifecycle,
      move,
      this.items,
      chosen ?? this.items.map(({ id }) => id),
    );
    if (check.ok) await prepareMove(superuser, lead, this.number, move);
    const request = await getRequest(lead, this.number);
    const on = addDays(FIRST_DAY, ++this.steps);
    const wanted = check.ok ? check.itemIds : (chosen ?? []);
    const outcome = await moveRequest(lead, sampleInput(move, request, wanted, on)).catch(
      (error: unknown) => error,
    );
    if (!check.ok) {
      expect(outcome, move.id).toMatchObject({ code: "CONFLICT" });
      return this.compare(false);
    }
    if (outcome instanceof AppError) throw outcome;
    expect(outcome, move.id).toEqual({ version: request.version + 1 });
    this.before.push(this.items);
    this.moved += 1;
    const asks = move.asks.some(({ meaning }) => meaning === "on") || move.effect === "grant";
    const entered = asks ? on : (dayFromColumn(lead.now) as Day);
    this.items = moveItems(this.items, { move, itemIds: check.itemIds, on: entered });
    return this.compare(true);
  }

  /** Takes the last move back, where that is possible; else nothing changes. */
  async undo(): Promise<void> {
    const { id, version } = await getRequest(lead, this.number);
    const input = { commandId: randomUUID(), requestId: id, version, why: "by mistake" };
    const outcome = await undoLastMove(lead, input).catch((error: unknown) => error);
    if (outcome instanceof AppError) {
      expect(outcome.code).toBe("CONFLICT");
    } else {
      this.items = this.before.pop() ?? this.items;
      this.undone += 1;
    }
    await this.compare(true);
  }

  private async compare(answer: boolean): Promise<boolean> {
    const stored = await superuser.request.findFirstOrThrow({
      where: { teamId: lead.teamId, number: this.number },
      include: {
        items: {
          include: { grants: { where: { endedOn: null } }, stays: { orderBy: { id: "asc" } } },
        },
        owner: true,
        obligations: { where: { state: "open", grant: { endedOn: { not: null } } } },
      },
    });
    for (const item of this.items) {
      const row = stored.items.find(({ id }) => id === item.id);
      const step = stepOf(this.lifecycle, item.step);
      expect(row).toMatchObject({ step: step.id, status: step.status, waitingOn: step.waitingOn });
      expect(row?.grants).toHaveLength(item.granted ? 1 : 0);
      expect(
        row?.stays.map((stay) => ({
          step: stay.step,
          enteredOn: dayFromColumn(stay.enteredOn),
          leftOn: stay.leftOn && dayFromColumn(stay.leftOn),
        })),
      ).toEqual(item.stays);
    }
    expect(stored.items).toHaveLength(this.items.length);
    expect(stored.status).toBe(summarise(this.lifecycle, this.items).status);
    expect(stored.owner.teamId).toBe(lead.teamId);
    expect(stored.obligations).toEqual([]);
    const lines = await superuser.event.groupBy({
      by: ["action"],
      where: { requestId: stored.id, action: { in: ["request.moved", "request.moveUndone"] } },
      _count: { _all: true },
    });
    const count = (action: string) =>
      lines.find((line) => line.action === action)?._count._all ?? 0;
    expect([count("request.moved"), count("request.moveUndone")]).toEqual([
      this.moved,
      this.undone,
    ]);
    return answer;
  }
}

const LIFECYCLES = ARCHIVES.flatMap(({ lifecycles }) => lifecycles);

describe.each(LIFECYCLES)("what PostgreSQL holds of requests along $id", (lifecycle) => {
  const taken = new Set<string>();
  const note = ({ id }: Move, isMade: boolean) => isMade && taken.add(id);

  it("is what the rules say, for every move of the table", { timeout: 120_000 }, async () => {
    for (const wanted of lifecycle.moves) {
      if (taken.has(wanted.id)) continue;
      const walk = await Walk.begin(lifecycle);
      for (const move of wayTo(lifecycle, wanted)) note(move, await walk.go(move));
    }
    expect([...taken].sort()).toEqual(lifecycle.moves.map(({ id }) => id).sort());
  });

  it("is what the rules say, whatever is tried in whatever order", {
    timeout: 120_000,
  }, async () => {
    const choice = fc.tuple(fc.nat(9), fc.nat(999), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 15, maxLength: 25 }), async (choices) => {
        const walk = await Walk.begin(lifecycle);
        for (const [kind, nth, pick] of choices) {
          const { open } = walk;
          if (kind === 0) await walk.undo();
          else if (kind === 1 || open.length === 0) {
            await walk.go(lifecycle.moves[nth % lifecycle.moves.length] as Move);
          } else {
            const { move, itemIds } = open[nth % open.length] as (typeof open)[number];
            const some = itemIds.filter((_, index) => (pick >> index) % 2 === 0);
            await walk.go(move, some.length > 0 ? some : itemIds);
          }
        }
      }),
      { numRuns: 5, seed: 4, endOnFailure: true },
    );
  });
});

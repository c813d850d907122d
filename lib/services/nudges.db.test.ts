import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { addDays, type Day, day, daysBetween } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { FEWEST, spreadOf } from "../requests/durations";
import { hasStatedDay } from "../requests/lifecycle";
import { nudgeForm } from "../requests/nudge";
import type { Member } from "../team/actor";
import { listComments } from "./comments";
import { saveDraft } from "./drafts";
import { listDurations, listStays } from "./durations";
import { listHistory } from "./history";
import { listLongWaits, listNudges, recordNudge } from "./nudges";
import { getRequest } from "./requests";
import { refusal, sampleDraft, sampleMove, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let viewer: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 5 }));
  await loadCatalogue(superuser);
});

beforeEach(async () => {
  ({ lead, colleague, member, viewer } = await sampleTeams(superuser));
});

/** The same member so many days later. */
const later = (actor: Member, days: number): Member => ({
  ...actor,
  now: new Date(actor.now.getTime() + days * 86_400_000),
});

const FILED = day("2026-01-05");

/** A dbGaP project that was filed on a day and left the signing official's desk days later. */
async function atCommittee(number: number, filed: Day, soDays: number, codes = ["phs000424.c1"]) {
  await saveDraft(lead, await sampleDraft(superuser, { member, lead, colleague }, codes));
  await sampleMove(lead, number, "submit");
  await sampleMove(lead, number, "file", { answers: { on: filed, projectNumber: "40215" } });
  await sampleMove(lead, number, "so_approved", { answers: { on: addDays(filed, soDays) } });
  return getRequest(lead, number);
}

const decide = (number: number, on: Day, codes?: readonly string[]) =>
  sampleMove(lead, number, "approve", {
    decision: { decidedOn: on, startsOn: on, endsOn: addDays(on, 365), documentId: "" },
    ...(codes && { codes }),
  });

const nudge = (requestId: string, more: object = {}) =>
  nudgeForm.parse({
    ...{ commandId: randomUUID(), requestId, step: "dac_review", on: "2026-11-22" },
    ...{ subject: "Any news?", text: "Dear members,\n\nwhere does it stand?", ...more },
  });

describe("asking for news", () => {
  it("keeps the letter, tells the history, and counts the days anew", async () => {
    const { id } = await atCommittee(1, FILED, 3);
    expect((await listLongWaits(viewer)).waits.map(({ number, step }) => [number, step])).toEqual([
      [1, "DAC review"],
    ]);
    await recordNudge(member, nudge(id));
    expect(await listLongWaits(viewer)).toEqual({ waits: [], hasMore: false });
    expect(await listNudges(viewer, id)).toEqual([
      { requestId: id, step: "dac_review", on: "2026-11-22" },
    ]);
    const [letter] = await listComments(viewer, id);
    expect(letter).toMatchObject({ kind: "to_archive", on: "2026-11-22" });
    expect(letter?.text).toBe("Any news?\n\nDear members,\n\nwhere does it stand?");
    const [line] = await listHistory(viewer, { requestId: id });
    expect(line).toMatchObject({
      action: "request.nudged",
      data: { step: "dac_review", label: "DAC review", subject: "Any news?" },
    });
    // The committee's 42 days begin with the letter.
    expect((await listLongWaits(later(viewer, 42))).waits).toEqual([]);
    expect((await listLongWaits(later(viewer, 43))).waits).toHaveLength(1);
  });

  it("within the institution stays with the team", async () => {
    await saveDraft(
      lead,
      await sampleDraft(superuser, { member, lead, colleague }, ["phs000424.c1"]),
    );
    await sampleMove(lead, 1, "submit");
    await sampleMove(lead, 1, "file", { answers: { on: FILED, projectNumber: "40215" } });
    const { id } = await getRequest(lead, 1);
    await recordNudge(lead, nudge(id, { step: "so_review" }));
    expect((await listComments(lead, id)).map(({ kind }) => kind)).toEqual(["internal"]);
  });

  it("is refused to viewers, of days to come, and where nothing waits any more", async () => {
    const { id } = await atCommittee(1, FILED, 3);
    expect((await refusal(recordNudge(viewer, nudge(id)))).code).toBe("FORBIDDEN");
    expect(await refusal(recordNudge(lead, nudge(id, { on: "2026-11-24" })))).toMatchObject({
      ...{ code: "INVALID", options: { field: "on" } },
    });
    await decide(1, day("2026-02-01"));
    for (const step of ["dac_review", "approved", "no_such_step"]) {
      expect((await refusal(recordNudge(lead, nudge(id, { step })))).code).toBe("CONFLICT");
    }
    expect(await listComments(lead, id)).toEqual([]);
  });

  it("sent twice is one letter", async () => {
    const { id } = await atCommittee(1, FILED, 3);
    const input = nudge(id);
    await recordNudge(lead, input);
    await recordNudge(lead, input);
    expect(await listNudges(lead, id)).toHaveLength(1);
  });
});

/** What the history tells of one request, read without any stay. */
interface Told {
  action: string;
  requestId: string | null;
  data: unknown;
}

/** The lengths of finished stays per step, by walking the history: the second method. */
function lengthsByHistory(history: readonly Told[]): Map<string, number[]> {
  const lifecycle = archiveByCode("dbgap")?.lifecycles[0];
  if (!lifecycle) throw new Error("There is no dbGaP");
  const place = new Map<string, { step: string; since: Day }>();
  const spans = new Map<string, { step: string; days: number }>();
  for (const { action, requestId, data } of history.toReversed()) {
    if (action !== "request.moved") continue;
    const { move, on, units } = data as { move: string; on: Day; units: string[] };
    const to = lifecycle.moves.find(({ id }) => id === move)?.to ?? "";
    for (const unit of units) {
      const key = `${requestId} ${unit}`;
      const before = place.get(key);
      if (before && hasStatedDay(lifecycle, before.step)) {
        const { step, since } = before;
        spans.set(`${requestId} ${step} ${since} ${on}`, { step, days: daysBetween(since, on) });
      }
      place.set(key, { step: to, since: on });
    }
  }
  const waited = [...spans.values()].filter(
    ({ step }) => lifecycle.steps.find(({ id }) => id === step)?.waitingOn !== "nobody",
  );
  const steps = Map.groupBy(waited, ({ step }) => step);
  return new Map([...steps].map(([step, own]) => [step, own.map(({ days }) => days)]));
}

describe("the durations that a team sees", () => {
  it("agree with those that its history tells", async () => {
    const two = ["phs000007.c1", "phs000007.c2"];
    for (const [index, days] of [4, 9, 2, 30, 11, 7].entries()) {
      const filed = addDays(FILED, index * 13);
      const { number } = await atCommittee(index + 1, filed, days, index % 2 ? two : two.slice(1));
      const decided = addDays(filed, days + 10 + index * 3);
      await decide(number, decided, ["phs000007.c2"]);
      if (index % 2) await decide(number, addDays(decided, 5), ["phs000007.c1"]);
    }
    const [seen] = await listDurations(viewer);
    const history = await listHistory(viewer, { take: 100 });
    const told = lengthsByHistory(history);
    expect(Object.keys(seen?.steps ?? {}).toSorted()).toEqual([...told.keys()].toSorted());
    for (const [step, days] of told) expect(seen?.steps[step]).toEqual(spreadOf(days));
    expect(seen?.steps.so_review?.n).toBeGreaterThanOrEqual(FEWEST);
    // Six requests, three of which were decided in two parts.
    expect(seen?.total.n).toBe(9);
  });

  it("decide when to ask, once there are enough of them", async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      await atCommittee(number, FILED, 2);
      await decide(number, addDays(FILED, 12));
    }
    await atCommittee(6, day("2026-11-08"), 2);
    const [wait] = (await listLongWaits(lead)).waits;
    expect(wait).toMatchObject({ number: 6, timing: { basis: "team", afterDays: 10 } });
  });

  it("of one request are its stays in order", async () => {
    const { id } = await atCommittee(1, FILED, 3);
    const stays = await listStays(viewer, id);
    expect(stays.map(({ step }) => step)).toEqual([
      ...["draft", "ready_to_file", "so_review", "dac_review"],
    ]);
    expect(stays.at(-1)).toMatchObject({ enteredOn: "2026-01-08", leftOn: null });
  });
});

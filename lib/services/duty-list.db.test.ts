import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayOf, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { DUTY_LIST } from "../lists/duties";
import type { Member } from "../team/actor";
import { listDuties, readDuties } from "./duty-list";
import { type DutyChange, sampleDuty } from "./sample-duties";
import { sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";

const TODAY = dayOf(SAMPLE_NOW, "UTC");
const on = (days: number) => addDays(TODAY, days);
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
});

const duty = (owner: Member, dueOn: Day, subject: string, change: DutyChange = {}) =>
  sampleDuty(superuser, owner, { dueOn, subject, ...change });

/** What the list shows under a search, as the words of each duty. */
async function shown(actor: Member, q?: string, sort?: string): Promise<string[]> {
  const { rows } = await listDuties(actor, readView(DUTY_LIST, { q, sort }));
  return rows.map(({ what }) => what);
}

async function several() {
  const { lead, member } = team;
  await duty(member, on(40), "far");
  await duty(lead, on(3), "near", { archive: "ega", kind: "ega_staff_change" });
  await duty(member, on(-2), "late");
  await duty(lead, on(-9), "given up", { state: "missed", closedOn: dayToColumn(TODAY) });
  await duty(lead, on(-5), "done", { state: "done", closedOn: dayToColumn(TODAY) });
  await duty(lead, on(-4), "done later", { state: "done", closedOn: dayToColumn(on(-1)) });
  await duty(lead, on(9), "moot", { state: "not_applicable", personId: member.personId });
}

describe("the list of duties", () => {
  it("shows what is to be done, nearest first, and what is over, latest first", async () => {
    await several();
    expect(await shown(team.viewer)).toEqual(["late", "near", "far"]);
    expect(await shown(team.viewer, "state:missed")).toEqual(["given up", "late"]);
    expect(await shown(team.viewer, "state:done")).toEqual(["done later", "done"]);
    expect(await shown(team.viewer, "")).toEqual([
      ...["given up", "late", "near", "far", "moot", "done later", "done"],
    ]);
    const { counts, rows, all, total } = await listDuties(team.viewer, readView(DUTY_LIST, {}));
    expect(counts).toEqual({ open: 3, missed: 2, done: 2, not_applicable: 1 });
    expect({ all, total }).toEqual({ all: 7, total: 3 });
    expect(rows.map(({ state }) => state)).toEqual(["overdue", "due_soon", "open"]);
  });

  it("counts what is late once, whichever states are asked for", async () => {
    await several();
    const total = async (q: string) =>
      (await listDuties(team.viewer, readView(DUTY_LIST, { q }))).total;
    expect(await total("state:open,missed")).toBe(4);
    expect(await total("state:open state:missed")).toBe(1);
    expect(await total("-state:missed")).toBe(5);
    expect(await total("-state:open,done")).toBe(2);
  });

  it("is narrowed to people, an archive, a group of kinds, days and words", async () => {
    await several();
    expect(await shown(team.member, "state:open member:me")).toEqual(["late", "far"]);
    const named = `member:"${team.member.name}"`;
    expect(await shown(team.lead, `state:open ${named}`)).toEqual(["late", "far"]);
    expect(await shown(team.lead, `state:not_applicable ${named}`)).toEqual(["moot"]);
    expect(await shown(team.lead, "archive:ega")).toEqual(["near"]);
    expect(await shown(team.lead, "archive:dbgap")).toEqual([]);
    expect(await shown(team.lead, "state:open kind:institution")).toEqual([]);
    expect(await shown(team.lead, "state:open due:<7d")).toEqual(["near"]);
    expect(await shown(team.lead, "state:open due:past")).toEqual(["late"]);
    expect(await shown(team.lead, "closed:today")).toEqual(["given up", "done"]);
    expect(await shown(team.lead, "later")).toEqual(["done later"]);
    expect(await shown(team.lead, `-${named} state:open`)).toEqual(["near"]);
  });

  it("takes what a person holds, runs or stands in for as theirs", async () => {
    const { lead, member, colleague } = team;
    await duty(colleague, on(4), "away");
    expect(await shown(member, "member:me")).toEqual([]);
    await superuser.standIn.create({
      data: {
        ...{ teamId: lead.teamId, personId: colleague.personId, standInId: member.personId },
        ...{ startsOn: dayToColumn(on(-1)), endsOn: dayToColumn(on(1)), createdAt: SAMPLE_NOW },
      },
    });
    expect(await shown(member, "member:me")).toEqual(["away"]);
  });

  it("comes in the order of each column, both ways, in pages", async () => {
    const { teamId } = team.lead;
    const owners = [team.lead, team.member, team.colleague];
    await superuser.obligation.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        ...{ teamId, ownerId: owners[index % 3]?.personId ?? "", subject: `cause-${index}` },
        ...{ kind: ["affiliation_check", "ega_staff_change", "unheard_of"][index % 3] ?? "" },
        ...{ what: String(index), rule: "r", source: "s", dueOn: dayToColumn(on((index % 7) - 3)) },
        state: (["open", "open", "done", "missed"] as const)[index % 4] ?? "open",
      })),
    });
    for (const { id } of DUTY_LIST.columns.filter((column) => "sorts" in column)) {
      const read = async (sort: string) => {
        const ids: string[] = [];
        let view = readView(DUTY_LIST, { q: "", sort });
        for (;;) {
          const { rows, next } = await listDuties(team.lead, view);
          ids.push(...rows.map((row) => row.id));
          if (!next) return ids;
          view = { ...view, after: next };
        }
      };
      const up = await read(id);
      expect(new Set(up).size).toBe(120);
      const down = await read(`-${id}`);
      // What is missing is last both ways.
      if (id !== "closed" && id !== "archive") expect(down).toEqual(up.toReversed());
      const file: string[] = [];
      const view = readView(DUTY_LIST, { q: "", sort: id });
      for await (const batch of await readDuties(team.lead, view))
        file.push(...batch.map((row) => row.id));
      expect(file).toEqual(up);
    }
  });

  it("counts days where its reader is", async () => {
    await duty(team.lead, TODAY, "today");
    const state = async (timeZone: string, now: string) => {
      const reader = { ...team.lead, timeZone, now: new Date(now) };
      return (await listDuties(reader, readView(DUTY_LIST, {}))).rows[0]?.state;
    };
    expect(await state("Pacific/Pago_Pago", "2026-11-23T10:59:00Z")).toBe("due_soon");
    expect(await state("Pacific/Kiritimati", "2026-11-22T10:00:00Z")).toBe("overdue");
  });

  it("says of an empty team that it has none, and shows nothing of others", async () => {
    await several();
    expect(await listDuties(team.stranger, readView(DUTY_LIST, {}))).toMatchObject({
      ...{ rows: [], hasAny: false, total: 0, next: null, previous: null },
    });
  });
});

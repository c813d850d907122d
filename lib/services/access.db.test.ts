import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { AccessFilter } from "../readiness/access-query";
import { statusOf } from "../readiness/status-letter";
import { ACCESS_STATUSES } from "../readiness/verdict";
import { accessCell, accessMatrix, personAccess, unitAccess } from "./access";
import { accessCsv } from "./access-csv";
import { confirmGrant } from "./confirmations";
import { sampleAccessUnit, sampleApproval, sampleHolder, samplePerson } from "./sample-access";
import { refusal, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
const TODAY = day("2026-11-22");

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeams(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const person = (name: string, more = {}) =>
  samplePerson(superuser, team.lead.teamId, name, { ...more });
const holder = async (name: string, types?: readonly string[]) => {
  const id = await person(name);
  await sampleHolder(superuser, team.lead.teamId, id, types);
  return id;
};
const approval = (input: Parameters<typeof sampleApproval>[2]) =>
  sampleApproval(superuser, team.lead, input);
const cell = (personId: string, unitId: string, on = TODAY) =>
  accessCell(team.viewer, { personId, unitId, on });
const codes = ({ reasons }: Awaited<ReturnType<typeof cell>>) => reasons.map(({ code }) => code);

describe("one person and one unit", () => {
  it("are open once everything is there, and say what that rests on", async () => {
    const ana = await holder("Ana Open");
    const unit = await sampleAccessUnit(superuser, "physionet");
    await approval({ archive: "physionet", unitId: unit.id, personId: ana });
    const found = await cell(ana, unit.id);
    expect(found).toMatchObject({ status: "ready", until: null, reasons: [] });
    expect(found.held.map(({ claim }) => claim.ref.kind)).toContain("grant");
    expect(found.held.every(({ proof }) => proof === null)).toBe(true);
  });

  it("are shut for each thing that is missing, and say who must act", async () => {
    const bo = await person("Bo Blocked");
    const unit = await sampleAccessUnit(superuser, "physionet");
    await approval({ archive: "physionet", unitId: unit.id, personId: bo });
    const found = await cell(bo, unit.id);
    expect(found.status).toBe("blocked");
    expect(codes(found)).toEqual(["missing", "missing", "missing"]);
    expect(found.reasons[0]).toMatchObject({ personName: "Bo Blocked", party: "holder" });
  });

  it("tell a version that was not signed from one that was", async () => {
    const ana = await holder("Ana Versions");
    const signed = await sampleAccessUnit(superuser, "physionet", { version: "2.2" });
    const next = await sampleAccessUnit(superuser, "physionet", {
      ...{ datasetId: signed.datasetId, version: "3.1" },
    });
    await approval({ archive: "physionet", unitId: signed.id, personId: ana });
    const found = await cell(ana, next.id);
    expect(codes(found)).toEqual(["other_version"]);
    expect(found.reasons[0]?.otherVersions).toEqual([signed.code]);
  });

  it("follow the day that is asked about", async () => {
    const ana = await holder("Ana Days");
    const unit = await sampleAccessUnit(superuser, "dbgap");
    const period = { startsOn: "2026-02-01", endsOn: "2026-12-10" };
    const people = [[ana, "pi"]] as const;
    await approval({ archive: "dbgap", unitId: unit.id, people, ...period });
    const statusOn = async (text: string) => (await cell(ana, unit.id, day(text))).status;
    await superuser.qualification.create({
      data: {
        ...{ teamId: team.lead.teamId, type: "sp800_171", step: "attested" },
        ...{ stepSince: dayToColumn(day("2025-01-01")), createdAt: team.lead.now },
        startsOn: dayToColumn(day("2025-01-01")),
      },
    });
    expect(await statusOn("2026-01-31")).toBe("never");
    expect(await statusOn("2026-06-01")).toBe("ready");
    expect(await statusOn("2026-11-22")).toBe("ready_ending");
    expect(await statusOn("2026-12-10")).toBe("ready_ending");
    expect(await statusOn("2026-12-11")).toBe("lapsed");
  });

  it("stay open without a gap when a renewal was decided early", async () => {
    const ana = await holder("Ana Renewed");
    const unit = await sampleAccessUnit(superuser, "dbgap");
    const people = [[ana, "pi"]] as const;
    const first = await approval({
      ...{ archive: "dbgap", unitId: unit.id, people, startsOn: "2026-01-01" },
      ...{ endsOn: "2026-12-31", endedOn: "2026-11-20", endedBy: "renewed" },
    });
    await superuser.grant.create({
      data: {
        ...{ teamId: team.lead.teamId, unitId: unit.id, createdAt: team.lead.now },
        ...{ requestId: first.requestId, itemId: first.itemId, cycleId: first.cycleId },
        decidedOn: dayToColumn(day("2026-11-20")),
        startsOn: dayToColumn(day("2027-01-01")),
        endsOn: dayToColumn(day("2027-12-31")),
      },
    });
    const found = await cell(ana, unit.id);
    expect(codes(found)).toEqual([]);
    expect(found.until).toBe("2027-12-31");
  });

  it("say what is in review, and never call it access", async () => {
    const ana = await holder("Ana Waiting");
    const unit = await sampleAccessUnit(superuser, "dbgap");
    const people = [[ana, "pi"]] as const;
    await approval({ archive: "dbgap", unitId: unit.id, people, step: "dac_review" });
    const found = await cell(ana, unit.id);
    expect(found.status).toBe("never");
    expect(found.reasons[0]).toMatchObject({ code: "in_review", party: "dac" });
  });

  it("that do not exist are told to be none", async () => {
    const ana = await person("Ana Nowhere");
    const unit = await sampleAccessUnit(superuser, "ega");
    for (const [personId, unitId] of [
      [ana, "nonsense"],
      [unit.id, unit.id],
      [ana, ana],
    ] as const) {
      expect((await refusal(cell(personId, unitId))).code).toBe("NOT_FOUND");
    }
    expect((await refusal(personAccess(team.viewer, "x", TODAY))).code).toBe("NOT_FOUND");
  });
});

describe("an approval that was seen at the archive", () => {
  it("is not confirmed after 30 days, and is again once somebody looked", async () => {
    const ana = await holder("Ana Seen");
    const unit = await sampleAccessUnit(superuser, "dbgap");
    const people = [[ana, "pi"]] as const;
    const confirmedOn = addDays(TODAY, -31);
    const input = { archive: "dbgap", unitId: unit.id, people, confirmedOn } as const;
    const { grantId } = await approval(input);
    expect(await cell(ana, unit.id)).toMatchObject({
      ...{ status: "not_confirmed", seen: { grantId, on: confirmedOn } },
    });
    expect((await refusal(confirmGrant(team.viewer, { grantId }))).code).toBe("FORBIDDEN");
    await confirmGrant(team.member, { grantId });
    await confirmGrant(team.member, { grantId });
    expect(await cell(ana, unit.id)).toMatchObject({ status: "ready", seen: { on: TODAY } });
    const events = await superuser.event.findMany({ where: { action: "grant.confirmed" } });
    expect(events.map(({ subjectId }) => subjectId)).toEqual([grantId]);
  });

  it("cannot be seen standing once it was ended", async () => {
    const unit = await sampleAccessUnit(superuser, "dbgap");
    const { grantId } = await approval({
      ...{ archive: "dbgap", unitId: unit.id, endedOn: "2026-05-01", endedBy: "terminated" },
    });
    expect((await refusal(confirmGrant(team.lead, { grantId }))).code).toBe("INVALID");
  });
});

describe("a unit's page", () => {
  it("shows the other archive's copy where that door is open", async () => {
    const ana = await holder("Ana Doors");
    const shut = await sampleAccessUnit(superuser, "dbgap");
    const other = await sampleAccessUnit(superuser, "physionet");
    await superuser.relation.create({
      data: {
        ...{ fromSlug: other.slug, toSlug: shut.slug, kind: "mirror_of" },
        ...{ source: "https://example.org", confidence: "high" },
      },
    });
    await approval({ archive: "physionet", unitId: other.id, personId: ana });
    const page = await unitAccess(team.viewer, shut.id, TODAY);
    expect(page.doors.map(({ id }) => id)).toEqual([other.id]);
    const line = page.people.find((each) => each.cell.person.id === ana);
    expect(line?.cell.status).toBe("never");
    expect(line?.betterDoor).toMatchObject({ status: "ready", unit: { id: other.id } });
  });
});

const words = {
  header: ["person", "code", "name", "archive", "state", "until", "reasons", "who", "on"],
  status: (status: string) => status,
  reasons: ({ reasons }: Awaited<ReturnType<typeof cell>>) =>
    reasons.map(({ code }) => code).join(" "),
  mustAct: ({ reasons }: Awaited<ReturnType<typeof cell>>) =>
    reasons.map(({ party }) => party).join(" "),
};

/** The lines of a CSV file without its head, each by person and code. */
async function csvLines(filter: AccessFilter): Promise<Map<string, string[]>> {
  const text = [...(await accessCsv(team.viewer, filter, words))].join("");
  const lines = text.trimEnd().split("\r\n").slice(1);
  const cells = lines.map((line) => line.slice(1, -1).split('","'));
  return new Map(cells.map((each) => [`${each[0]} ${each[1]}`, each]));
}

describe("matrix, cell, page and file", () => {
  it("say the same of every pair on every day", async () => {
    const revoked = await holder("Rita Revoked");
    const unit = await sampleAccessUnit(superuser, "ega");
    const people = [[revoked, "applicant"]] as const;
    await approval({
      ...{ archive: "ega", unitId: unit.id, people, endedOn: "2026-07-01", endedBy: "revoked" },
    });
    const seen = new Set<string>();
    for (const on of ["2026-06-30", "2026-11-22", "2026-12-25"].map(day)) {
      const filter = { units: "ours", people: "all", on } as const;
      const matrix = await accessMatrix(team.viewer, filter);
      const file = await csvLines(filter);
      expect(file.size).toBe(matrix.people.length * matrix.units.length);
      for (const [row, { id, name }] of matrix.people.entries()) {
        const page = await personAccess(team.viewer, id, on);
        for (const [column, shown] of matrix.units.entries()) {
          const status = statusOf(matrix.rows[row]?.[column] ?? "");
          seen.add(status);
          const listed = page.cells.find((each) => each.unit.id === shown.id);
          if (!listed) throw new Error(`${name}'s page lacks ${shown.code}`);
          expect(listed.status).toBe(status);
          expect(file.get(`${name} ${shown.code}`)?.slice(4, 7)).toEqual([
            status,
            listed.until ?? "",
            words.reasons(listed),
          ]);
          // A query each, so not of all of them.
          if ((row + column) % 3 === 0) expect(await cell(id, shown.id, on)).toEqual(listed);
        }
      }
    }
    expect([...seen].toSorted()).toEqual(
      ACCESS_STATUSES.filter((status) => status !== "closed").toSorted(),
    );
  }, 60_000);

  it("show what the filter leaves", async () => {
    const gone = await person("Gone Früher", { startsOn: "2025-01-01", endsOn: "2026-10-31" });
    const filtered = (filter: Partial<AccessFilter>) =>
      accessMatrix(team.viewer, { units: "ours", people: "here", ...filter });
    const everybody = await filtered({});
    expect(everybody.people.map(({ id }) => id)).not.toContain(gone);
    const then = await filtered({ on: day("2026-10-31"), person: "GONE frü" });
    expect(then.people).toEqual([{ id: gone, name: "Gone Früher" }]);
    const physionet = await filtered({ archive: "physionet" });
    expect(new Set(physionet.units.map(({ archive }) => archive))).toEqual(new Set(["physionet"]));
    const ready = await filtered({ state: "ready" });
    expect(ready.counts).toEqual(everybody.counts);
    expect(ready.rows.every((row) => row.includes("r"))).toBe(true);
    expect(await filtered({ data: "no such data" })).toMatchObject({ units: [] });
  });

  it("list the whole catalogue on demand", async () => {
    const unit = await sampleAccessUnit(superuser, "ega", { title: "Nobody asked" });
    const ids = async (units: "ours" | "all") =>
      (await accessMatrix(team.viewer, { units, people: "here" })).units.map(({ id }) => id);
    expect(await ids("ours")).not.toContain(unit.id);
    expect(await ids("all")).toContain(unit.id);
  });

  it("never hand a spreadsheet a formula", async () => {
    await person('=HYPERLINK("https://evil.test")');
    const filter = { units: "ours", people: "all", person: "hyperlink" } as const;
    const [, line] = [...(await accessCsv(team.viewer, filter, words))];
    expect(line).toMatch(/^"'=HYPERLINK\(""https:/);
  });
});

import { randomUUID } from "node:crypto";
import { utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, db, setDb } from "../db";
import type { SheetMapping } from "../imports/sheet-mapping";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { applyImport } from "./import-apply";
import { undoImport } from "./import-undo";
import { decideRows, getImport, listImportRows } from "./imports";
import { refusal } from "./sample-requests";
import { type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { lookAtSheets, previewSheet } from "./sheet-import";

let superuser: PrismaClient;
let team: SampleTeam;
let member: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  await loadCatalogue(superuser);
  team = await sampleTeam(superuser, "lab");
  member = await sampleMember(superuser, team.teamId, "member");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** The list of a team that came from a spreadsheet, as a workbook. */
function workbook(rows: unknown[][]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true }), "Access");
  return new Uint8Array(write(book, { type: "buffer", compression: true }));
}

const HEADER = ["Dataset", "PI", "Status", "Approved on", "Expires", "DAR"];
const LIST = workbook([
  HEADER,
  ["phs000424.v9.p2.c1", "Ana", "approved", new Date("2026-03-14"), "14.03.2027", "123456-1"],
  ["EGAD00001002886", "Ana", "in review", "", "", ""],
  ["EGAD00001002886", "Ana", "in review", "", "", ""],
  ["no such thing", "Ana", "approved", "31.02.2026", "", ""],
]);

async function preview(bytes = LIST, change: Partial<SheetMapping> = {}, actor = team.lead) {
  const [look] = await lookAtSheets(actor, bytes);
  if (!look) throw new Error("no sheet");
  return previewSheet(
    actor,
    {
      ...{ commandId: randomUUID(), seenOn: day("2026-11-20"), sheet: 0 },
      mapping: { ...look.proposal, ...change },
    },
    bytes,
  );
}

const rowsOf = (importId: string, show: "changes" | "unchanged" | "refused") =>
  listImportRows(team.lead, { importId, show, take: 1_000 }).then(({ rows }) => rows);

describe("a team's own spreadsheet", () => {
  it("is read without changing anything, each row with what it would change or why not", async () => {
    const before = await superuser.request.count();
    const { id } = await preview();
    expect(await superuser.request.count()).toBe(before);
    expect((await rowsOf(id, "refused")).map(({ at, reason }) => [at, reason])).toEqual([
      ["row 4", "The same as row 3."],
      ["row 5", expect.any(String)],
    ]);
    const changes = await rowsOf(id, "changes");
    expect(changes.map(({ at }) => at)).toEqual(["row 2", "row 3"]);
  });

  it("is applied, says nothing new when it is read again, and can be taken back in one step", async () => {
    const counts = async () => [
      await superuser.request.count({ where: { teamId: team.teamId } }),
      await superuser.grant.count({ where: { teamId: team.teamId } }),
    ];
    const before = await counts();
    const { id, number } = await preview(
      workbook([HEADER, ["phs000424.v9.p2.c1", "", "approved", "2026-03-14", "2027-03-13", "7-1"]]),
    );
    await decideRows(team.lead, { importId: id, rows: "all", decision: "accept" });
    await applyImport(team.lead, { importId: id });
    expect((await getImport(team.lead, number)).state).toBe("applied");
    const after = await counts();
    expect(after).not.toEqual(before);

    const again = await preview(
      workbook([HEADER, ["phs000424.v9.p2.c1", "", "approved", "2026-03-14", "2027-03-13", "7-1"]]),
    );
    expect(await rowsOf(again.id, "changes")).toEqual([]);
    expect(await counts()).toEqual(after);

    await undoImport(team.lead, { importId: id });
    expect(await counts()).toEqual(before);
  });

  it("is refused with a sentence where nothing can be read from it", async () => {
    const none = { columns: ["note", "note", "note", "note", "note", "note"] as const };
    expect(await refusal(preview(LIST, { columns: [...none.columns] }))).toMatchObject({
      ...{ code: "INVALID", options: { field: "mapping" } },
    });
    const cutOff = LIST.slice(0, 900);
    expect(await refusal(lookAtSheets(team.lead, cutOff))).toMatchObject({ code: "INVALID" });
    expect(await refusal(lookAtSheets(member, LIST))).toMatchObject({ code: "FORBIDDEN" });
  });

  it("of 50 000 rows accounts for each of them", async () => {
    const rows = Array.from({ length: 49_999 }, (_, row) => {
      const code = `EGAD5${String(row % 20_000).padStart(10, "0")}`;
      const ways = ["2026-03-14", "14.03.2026", "March 14, 2026", "46095", "31.02.2026"];
      return `${code};Person ${row};approved;${ways[row % ways.length]};;`;
    });
    const bytes = new TextEncoder().encode([HEADER.join(";"), ...rows].join("\n"));
    const { id } = await preview(bytes);
    const counted = await superuser.importRow.groupBy({
      by: ["state"],
      where: { importId: id },
      _count: { _all: true },
    });
    const total = counted.reduce((sum, { _count }) => sum + _count._all, 0);
    expect(total).toBe(49_999);
  }, 120_000);
});

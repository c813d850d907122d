import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import type { ImportKind } from "../archives/status-import";
import { type Day, day, dayFromColumn } from "../dates/day";
import type { RowChoice } from "../imports/change";
import type { RowFilter } from "../imports/forms";
import type { Member } from "../team/actor";
import { answerRows } from "./import-answers";
import { applyImport } from "./import-apply";
import { previewImport } from "./import-preview";
import { decideRows, listImportRows } from "./imports";

/** The day on which sources are seen in tests. */
const SEEN = day("2026-11-22");

/** For tests: what a lead does with imports, and what it leaves in the tables. */
export function sampleImporting(superuser: PrismaClient, lead: Member) {
  const { teamId } = lead;

  async function read(
    kind: ImportKind,
    text: string,
    more: { personId?: string; seenOn?: Day } = {},
  ): Promise<string> {
    const { personId = null, seenOn = SEEN } = more;
    const input = { commandId: randomUUID(), kind, personId, seenOn };
    return (await previewImport(lead, input, text)).id;
  }

  const rowsOf = async (importId: string, show: RowFilter = "changes") =>
    (await listImportRows(lead, { importId, show })).rows;

  /** Answers all rows alike that ask something. */
  async function answer(importId: string, choice: RowChoice) {
    const open = (await rowsOf(importId)).filter(({ questions }) => questions.length > 0);
    await answerRows(lead, { importId, rows: open.map(({ id }) => id), choice });
  }

  async function acceptAll(importId: string) {
    await decideRows(lead, { importId, rows: "all", decision: "accept" });
    return applyImport(lead, { importId });
  }

  /** All rows of the team, but for imports themselves, numbers given, the history, the words that the
   * search has met, and when the database last saw a duty change. */
  async function dump(): Promise<string> {
    const tables = await superuser.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'teamId' order by 1`;
    const skipped = ["Import", "ImportRow", "Event", "EventChain", "Command", "SearchWord"];
    const parts: string[] = [];
    for (const { name } of tables.filter((table) => !skipped.includes(table.name))) {
      const rows = await superuser.$queryRawUnsafe<{ row: string }[]>(
        `select (to_jsonb(x) - 'changedAt')::text as row from "${name}" x
         where "teamId" = $1::uuid and to_jsonb(x)->>'kind' is distinct from 'status_refresh' order by 1`,
        teamId,
      );
      parts.push(`${name}: ${rows.map(({ row }) => row).join("\n")}`);
    }
    return parts.join("\n");
  }

  /** The days of all approvals that nobody ended: decided, last. */
  async function approvals() {
    const found = await superuser.grant.findMany({ where: { teamId, endedOn: null } });
    return found.map(({ decidedOn, endsOn }) => [
      dayFromColumn(decidedOn),
      endsOn && dayFromColumn(endsOn),
    ]);
  }

  return { read, rowsOf, answer, acceptAll, dump, approvals };
}

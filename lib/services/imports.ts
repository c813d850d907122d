import { type Day, dayFromColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { type FieldChange, type Question, type RowChoice, readChange } from "../imports/change";
import type { DecideRows, ImportOnly, RowFilter } from "../imports/forms";
import { APPLIED, type RowState, rowState, statesOf, TO_APPLY } from "../imports/row-state";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { lockImport, refuseOver, requireImport } from "./import-rows";
import { inTeam, type Tx } from "./transaction";

const PAGE_SIZE = 50;

/** An import as a line of the list. */
export interface ImportLine {
  id: string;
  number: number;
  kind: string;
  name: string;
  seenOn: Day;
  state: string;
  createdBy: string;
  createdAt: Date;
  counts: Record<RowState, number>;
}

/** An import with what its page shows above the rows. */
export interface ImportPage extends ImportLine {
  personName: string | null;
  notes: string[];
  /** Rows that the next applying takes, and rows that may be taken back. */
  toApply: number;
  applied: number;
}

/** The team's imports, newest first, 50 to a page. `next`: the number after which the next page begins. */
export async function listImports(
  actor: Member,
  filter: { before?: number } = {},
): Promise<{ imports: ImportLine[]; next: number | null }> {
  authorise(actor, "import.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const found = await tx.import.findMany({
      where: { teamId, ...(filter.before && { number: { lt: filter.before } }) },
      orderBy: { number: "desc" },
      take: PAGE_SIZE + 1,
    });
    const page = found.slice(0, PAGE_SIZE);
    const counts = await countRows(
      tx,
      actor,
      page.map(({ id }) => id),
    );
    return {
      imports: page.map((one) => asLine(one, counts)),
      next: found.length > PAGE_SIZE ? (page.at(-1)?.number ?? null) : null,
    };
  });
}

/** One import by its number. Throws NOT_FOUND. */
export async function getImport(actor: Member, number: number): Promise<ImportPage> {
  authorise(actor, "import.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const found = await tx.import.findUnique({ where: { teamId_number: { teamId, number } } });
    if (!found) throw notFound("import");
    const line = asLine(found, await countRows(tx, actor, [found.id]));
    const kept = (found.mapping ?? {}) as { personId?: string | null; notes?: string[] };
    const person = kept.personId
      ? await tx.person.findUnique({ where: { teamId_id: { teamId, id: kept.personId } } })
      : null;
    const sum = (states: readonly RowState[]) =>
      states.reduce((total, state) => total + line.counts[state], 0);
    return {
      ...line,
      ...{ personName: person?.name ?? null, notes: kept.notes ?? [] },
      ...{ toApply: sum(TO_APPLY), applied: sum(APPLIED) },
    };
  });
}

/** A row as a page shows it; `fields` are empty where nothing would change. */
export interface ImportLineRow {
  id: string;
  position: number;
  at: string;
  words: string;
  state: RowState;
  reason: string;
  fields: FieldChange[];
  questions: Question[];
  warning: string | null;
  choice: RowChoice;
  request: { number: number; title: string } | null;
}

/** Rows of an import in their order, 50 to a page. `next`: the position after which the next one begins. */
export async function listImportRows(
  actor: Member,
  filter: { importId: string; show: RowFilter; after?: number; take?: number },
): Promise<{ rows: ImportLineRow[]; next: number | null }> {
  authorise(actor, "import.read");
  const take = Math.min(filter.take ?? PAGE_SIZE, 1_000);
  return inTeam(actor, async (tx) => {
    await requireImport(tx, actor, filter.importId);
    const found = await tx.importRow.findMany({
      where: {
        ...{ teamId: actor.teamId, importId: filter.importId },
        state: { in: [...statesOf(filter.show)] },
        ...(filter.after !== undefined && { position: { gt: filter.after } }),
      },
      orderBy: { position: "asc" },
      take: take + 1,
    });
    const page = found.slice(0, take);
    return {
      rows: page.map((row) => {
        const change = readChange(row.change);
        const {
          fields = [],
          questions = [],
          warning = null,
          choice = {},
          request = null,
        } = change ?? {};
        return {
          ...{ id: row.id, position: row.position, at: row.at, words: wordsIn(row.source) },
          ...{ state: rowState(row.state), reason: row.reason },
          ...{ fields, questions, warning, choice, request },
        };
      }),
      next: found.length > take ? (page.at(-1)?.position ?? null) : null,
    };
  });
}

/**
 * Accepts or declines rows, or leaves them open again. `all` takes those that ask nothing and warn of
 * nothing. Throws CONFLICT for an import that is over, INVALID at `rows` where a chosen row still asks
 * something.
 */
export async function decideRows(actor: Member, input: DecideRows): Promise<{ rows: number }> {
  authorise(actor, "import.record");
  return inTeam(actor, async (tx) => {
    const stored = await requireImport(tx, actor, input.importId);
    refuseOver(stored);
    if (input.decision === "accept") await refuseOpen(tx, actor, input);
    const chosen = input.rows === "all" ? null : input.rows;
    const to = { accept: "accepted", decline: "declined", reopen: "changes" }[input.decision];
    const rows = await tx.$executeRaw`
      update "ImportRow" set state = ${to}, reason = ''
      where "teamId" = ${actor.teamId}::uuid and "importId" = ${input.importId}::uuid
        and state in ('changes', 'accepted', 'declined') and state <> ${to}
        and (${chosen}::uuid[] is null and (${to} <> 'accepted' or (change->>'warning') is null
            and not exists (select from jsonb_array_elements(change->'questions') q
              where (q->>'required')::boolean))
          or id = any(${chosen}::uuid[]))`;
    return { rows };
  });
}

/** A row whose questions are open would change something that nobody knows. */
async function refuseOpen(tx: Tx, { teamId }: Member, input: DecideRows): Promise<void> {
  if (input.rows === "all") return;
  const found = await tx.importRow.findMany({
    where: { teamId, importId: input.importId, id: { in: input.rows } },
    select: { at: true, change: true },
  });
  if (found.length !== new Set(input.rows).size) throw notFound("row");
  const open = found.find(({ change }) =>
    readChange(change)?.questions.some((one) => one.required),
  );
  if (open) {
    throw new AppError("INVALID", `${open.at}: answer what is asked first.`, { field: "rows" });
  }
}

/** Puts an import away of which nothing was applied. Throws CONFLICT once something was. */
export async function dropImport(actor: Member, input: ImportOnly): Promise<void> {
  authorise(actor, "import.record");
  const { teamId } = actor;
  await inTeam(actor, async (tx) => {
    const stored = await requireImport(tx, actor, input.importId);
    await lockImport(tx, actor, stored.id);
    const applied = await tx.importRow.count({
      where: { teamId, importId: stored.id, state: { in: [...APPLIED] } },
    });
    if (applied > 0) {
      throw new AppError(
        "CONFLICT",
        "Something of it was applied already; take that back instead.",
      );
    }
    await tx.import.updateMany({
      where: { id: stored.id, teamId },
      data: { state: "dropped", version: { increment: 1 } },
    });
    await record(tx, actor, {
      ...{ action: "import.dropped", subjectType: "import", subjectId: stored.id },
      data: { name: stored.called },
    });
  });
}

async function countRows(
  tx: Tx,
  { teamId }: Member,
  ids: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const grouped = await tx.importRow.groupBy({
    by: ["importId", "state"],
    where: { teamId, importId: { in: [...ids] } },
    _count: { _all: true },
  });
  const counts = new Map<string, Map<string, number>>();
  for (const { importId, state, _count } of grouped) {
    const own = counts.get(importId) ?? new Map<string, number>();
    counts.set(importId, own.set(state, _count._all));
  }
  return counts;
}

type Stored = Omit<ImportLine, "seenOn" | "counts"> & { seenOn: Date };

function asLine(stored: Stored, counts: Map<string, Map<string, number>>): ImportLine {
  const { id, number, kind, name, state, createdBy, createdAt } = stored;
  const own = counts.get(id);
  const of = (one: RowState) => own?.get(one) ?? 0;
  return {
    ...{ id, number, kind, name, state, createdBy, createdAt },
    seenOn: dayFromColumn(stored.seenOn),
    counts: {
      ...{ changes: of("changes"), accepted: of("accepted"), declined: of("declined") },
      ...{ applied: of("applied"), undone: of("undone"), overtaken: of("overtaken") },
      ...{ unchanged: of("unchanged"), confirms: of("confirms"), confirmed: of("confirmed") },
      refused: of("refused"),
    },
  };
}

function wordsIn(source: unknown): string {
  const held = typeof source === "object" && source !== null ? (source as { words?: unknown }) : {};
  return typeof held.words === "string" ? held.words : "";
}

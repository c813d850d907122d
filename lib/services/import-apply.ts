import { randomUUID } from "node:crypto";
import { dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { isOvertaken, type Plan, readChange } from "../imports/change";
import { differ } from "../imports/difference";
import { readEntry } from "../imports/entry";
import type { ImportOnly } from "../imports/forms";
import { choiceOf } from "../imports/preview";
import { TO_APPLY } from "../imports/row-state";
import { type IndexedState, indexState } from "../imports/state";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { followFacts } from "./follow-facts";
import { applyAccess } from "./import-deeds";
import { finishImport } from "./import-finish";
import { differenceOf, type JournalScope, photograph } from "./import-journal";
import { applyQualification } from "./import-qualifications";
import { type GroupWork, overtaken } from "./import-requests";
import { lockImport, refuseOver, requireImport, type StoredImport, storable } from "./import-rows";
import { loadTeamState } from "./import-state";
import { inTeam, type Tx } from "./transaction";

/** How many rows are taken at a time, and how many of one request in one transaction. */
const MOST_ROWS = 200;
const MOST_TOGETHER = 60;

/** What applying did; while `left` is not 0, the page asks again. */
export interface Applied {
  applied: number;
  overtaken: number;
  left: number;
}

type Row = { id: string; position: number; at: string; source: unknown; change: unknown };

/**
 * Applies accepted rows, and notes which approvals were seen to stand: rows of one request together
 * or not at all, 200 at a time. A row is carried out only if it still means what was shown; one that
 * was overtaken says so. Throws CONFLICT for an import that is over, NOT_FOUND.
 */
export async function applyImport(actor: Member, input: ImportOnly): Promise<Applied> {
  authorise(actor, "import.record");
  const { teamId } = actor;
  const { stored, rows, state } = await inTeam(actor, async (tx) => {
    const stored = await requireImport(tx, actor, input.importId);
    refuseOver(stored);
    const rows: Row[] = await tx.importRow.findMany({
      where: { teamId, importId: stored.id, state: { in: [...TO_APPLY] } },
      orderBy: { position: "asc" },
      take: MOST_ROWS,
    });
    const archives = rows.flatMap(({ source }) => readEntry(source)?.archive ?? []);
    return { stored, rows, state: await loadTeamState(tx, actor, [...new Set(archives)]) };
  });
  const done = { applied: 0, overtaken: 0 };
  const indexed = indexState(state);
  const made: Made = { requests: new Map(), people: new Map() };
  for (const group of groupsOf(rows)) {
    const result = await applyGroup(actor, stored, indexed, group, made);
    done.applied += result.applied;
    done.overtaken += result.overtaken;
  }
  const left = await inTeam(actor, (tx) => finishImport(tx, actor, stored));
  return { ...done, left };
}

/** Rows of one request, so many together. */
function groupsOf(rows: readonly Row[]): { key: string; rows: Row[] }[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = readChange(row.change)?.group ?? row.id;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([key, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST_TOGETHER) }, (_, at) => ({
      key,
      rows: all.slice(at * MOST_TOGETHER, (at + 1) * MOST_TOGETHER),
    })),
  );
}

/** What one applying has made so far: requests by group, people by address or name. */
interface Made {
  requests: Map<string, string>;
  people: Map<string, string>;
}
interface Given {
  requestId: string;
  /** An earlier part of the group has made or changed the request. */
  isOurs: boolean;
  people: Made["people"];
}

type Planned = Row & { plan: Plan | null; confirms: string | null };

async function applyGroup(
  actor: Member,
  stored: StoredImport,
  state: IndexedState,
  group: { key: string; rows: Row[] },
  made: Made,
): Promise<{ applied: number; overtaken: number }> {
  const planned: Planned[] = [];
  const late: Row[] = [];
  for (const row of group.rows) {
    const plan = planOf(row, stored, state);
    if (plan) planned.push({ ...row, ...plan });
    else late.push(row);
  }
  const { message } = overtaken();
  await markOvertaken(actor, late, message);
  try {
    const known = made.requests.get(group.key);
    const requestId = known ?? randomUUID();
    const given = { requestId, isOurs: known !== undefined, people: made.people };
    const applied = await inTeam(actor, (tx) => carryOut(tx, actor, stored, planned, given));
    made.requests.set(group.key, requestId);
    return { applied, overtaken: late.length };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await markOvertaken(actor, planned, error.message);
    return { applied: 0, overtaken: late.length + planned.length };
  }
}

/** What a row does as things stand now; null where that is no longer what was shown. */
function planOf(row: Row, stored: StoredImport, state: IndexedState) {
  const entry = readEntry(row.source);
  const shown = readChange(row.change);
  if (!entry || !shown) return null;
  const now = differ(entry, choiceOf(row.change), stored.seen, state);
  if (now.state === "refused" || isOvertaken(shown.fields, now.change.fields)) return null;
  const { confirms } = now.change;
  if (now.plan === null && now.state === "changes") return null;
  return { plan: now.state === "changes" ? now.plan : null, confirms };
}

async function carryOut(
  tx: Tx,
  actor: Member,
  stored: StoredImport,
  rows: readonly Planned[],
  given: Given,
): Promise<number> {
  const { teamId } = actor;
  // Whoever applies the same import at the same time waits here, and then finds these rows done.
  const seq = await lockImport(tx, actor, stored.id);
  const open = await tx.importRow.findMany({
    where: { teamId, id: { in: rows.map(({ id }) => id) }, state: { in: [...TO_APPLY] } },
    select: { id: true },
  });
  const ids = new Set(open.map(({ id }) => id));
  const todo = rows.filter(({ id }) => ids.has(id));
  const [leader] = todo;
  if (!leader) return 0;
  const work = workOf(stored, todo, given);
  const scope = scopeOf(todo, work);
  const before = await photograph(tx, actor, scope);
  for (const row of todo) await applyRow(tx, actor, row, work);
  // What follows from the rows is taken back with them.
  await followFacts(tx);
  const journal = differenceOf(before, await photograph(tx, actor, scope));
  await markDone(tx, actor, todo);
  await tx.importRow.updateMany({
    where: { id: leader.id, teamId },
    data: { undo: storable({ seq, rows: todo.map(({ id }) => id), journal }) },
  });
  return todo.length;
}

function workOf(
  stored: StoredImport,
  rows: readonly Planned[],
  { requestId, isOurs, people: made }: Given,
): GroupWork {
  const people = new Map<string, string>();
  let version: number | null = null;
  for (const { plan } of rows) {
    if (plan?.kind !== "access") continue;
    version ??= plan.request.version;
    if (plan.person?.id === null) {
      const { name, email } = plan.person.make;
      const key = email ?? name;
      const id = made.get(key) ?? randomUUID();
      made.set(key, id);
      people.set(key, id);
    }
  }
  return {
    ...{ name: stored.called, importId: stored.id, requestId, newPersonIds: people },
    seenOn: stored.seen.on,
    // What an earlier part of this group changed is no foreign hand.
    version: isOurs ? null : version,
  };
}

/** All rows of tables that the group may touch. */
function scopeOf(rows: readonly Planned[], work: GroupWork): JournalScope {
  const access = rows.flatMap(({ plan }) => (plan?.kind === "access" ? [plan] : []));
  const holders = rows.flatMap(({ plan }) => plan?.person?.id ?? []);
  const requestIds = access.map(({ request }) => request.id ?? work.requestId ?? "");
  return {
    requestIds: unique(requestIds.filter((id) => id !== "")),
    personIds: unique([...holders, ...work.newPersonIds.values()]),
    unitIds: unique(access.flatMap(({ unit }) => unit.id ?? [])),
    unitCodes: unique(access.flatMap(({ unit }) => (unit.id === null ? unit.make.code : []))),
    grantIds: unique(rows.flatMap(({ confirms }) => confirms ?? [])),
  };
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

async function applyRow(tx: Tx, actor: Member, row: Planned, work: GroupWork): Promise<void> {
  if (row.confirms) await confirm(tx, actor, row.confirms, row, work);
  if (!row.plan) return;
  const told =
    row.plan.kind === "access"
      ? await applyAccess(tx, actor, row.plan, work)
      : await applyQualification(tx, actor, row.plan);
  const { requestId, units, to } = told;
  await record(tx, actor, {
    ...{ action: to ? "import.placed" : "import.taken", subjectType: "import" },
    ...{ subjectId: work.importId, ...(requestId && { requestId }) },
    data: {
      name: work.name,
      units,
      ...(to && { to }),
      at: row.at,
      ...("personId" in told && { personId: told.personId }),
    },
  });
}

/** Somebody saw at the archive that the approval stands; never back to an earlier day. */
async function confirm(
  tx: Tx,
  actor: Member,
  grantId: string,
  row: Planned,
  work: GroupWork,
): Promise<void> {
  const { teamId } = actor;
  const on = dayToColumn(work.seenOn);
  const { count } = await tx.grant.updateMany({
    where: {
      ...{ id: grantId, teamId, endedOn: null },
      OR: [{ confirmedOn: null }, { confirmedOn: { lt: on } }],
    },
    data: { confirmedOn: on },
  });
  if (count === 0) return;
  const grant = await tx.grant.findUnique({
    where: { teamId_id: { teamId, id: grantId } },
    select: { requestId: true, unit: { select: { code: true } } },
  });
  if (!grant) throw notFound("approval");
  await record(tx, actor, {
    ...{ action: "grant.confirmed", subjectType: "grant", subjectId: grantId },
    requestId: grant.requestId,
    data: { unit: grant.unit.code, on: work.seenOn, import: work.name, at: row.at },
  });
}

async function markDone(tx: Tx, { teamId }: Member, rows: readonly Planned[]): Promise<void> {
  const mark = (ids: string[], state: string) =>
    tx.importRow.updateMany({ where: { teamId, id: { in: ids } }, data: { state, reason: "" } });
  await mark(
    rows.filter(({ plan }) => plan !== null).map(({ id }) => id),
    "applied",
  );
  await mark(
    rows.filter(({ plan }) => plan === null).map(({ id }) => id),
    "confirmed",
  );
}

async function markOvertaken(actor: Member, rows: readonly Row[], reason: string): Promise<void> {
  if (rows.length === 0) return;
  await inTeam(actor, (tx) =>
    tx.importRow.updateMany({
      where: {
        ...{ teamId: actor.teamId, id: { in: rows.map(({ id }) => id) } },
        state: { in: [...TO_APPLY] },
      },
      data: { state: "overtaken", reason },
    }),
  );
}

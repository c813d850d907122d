import { Prisma } from "@/prisma/client/client";
import type { Member } from "../team/actor";
import type { Tx } from "./transaction";

/** The rows that a group of an import may touch. */
export interface JournalScope {
  requestIds: readonly string[];
  personIds: readonly string[];
  unitIds: readonly string[];
  /** Codes of units that the team enters with it. */
  unitCodes: readonly string[];
  /** Approvals that are confirmed and no more. */
  grantIds: readonly string[];
}

/** One row as it was and as it became; null where there was none. Rows are `to_jsonb` texts. */
export interface Journalled {
  table: string;
  key: string;
  before: string | null;
  after: string | null;
}

/** Tables in the order in which rows are made: what is named comes before what names it. */
const TABLES = [
  "Dataset",
  "AccessUnit",
  "Person",
  "Identity",
  "Request",
  "RequestPerson",
  "Cycle",
  "RequestItem",
  "ItemStep",
  "Qualification",
  "Grant",
  "NewVersion",
  "Agreement",
  "AgreementUnit",
  "AgreementPerson",
  "Signature",
  "Obligation",
] as const;
type Table = (typeof TABLES)[number];

/** What tells the rows of a table apart. */
function keyOf(table: Table): string[] {
  return table === "AgreementUnit" ? ["agreementId", "unitId"] : ["id"];
}

function where(table: Table, scope: JournalScope): Prisma.Sql {
  const requests = Prisma.sql`any(${[...scope.requestIds]}::uuid[])`;
  const people = Prisma.sql`any(${[...scope.personIds]}::uuid[])`;
  const codes = Prisma.sql`any(${[...scope.unitCodes]}::text[])`;
  const units = Prisma.sql`any(${[...scope.unitIds]}::uuid[])`;
  const grants = Prisma.sql`any(${[...scope.grantIds]}::uuid[])`;
  const agreements = Prisma.sql`(select a.id from "Agreement" a where a."requestId" = ${requests}
    union select u."agreementId" from "AgreementUnit" u where u."unitId" = ${units})`;
  switch (table) {
    case "Dataset":
      return Prisma.sql`x.id in (select u."datasetId" from "AccessUnit" u
        where u."teamId" = app_team() and u.code = ${codes})`;
    case "AccessUnit":
      return Prisma.sql`x.code = ${codes}`;
    case "Person":
      return Prisma.sql`x.id = ${people}`;
    case "Identity":
    case "Qualification":
      return Prisma.sql`x."personId" = ${people}`;
    case "Request":
      return Prisma.sql`x.id = ${requests}`;
    case "Obligation":
      // An approval may also answer what a newer version asked for.
      return Prisma.sql`(x."requestId" = ${requests} or x."agreementId" in ${agreements}
        or (x."personId" = ${people} and x.subject like 'standing:%')
        or x.subject like 'version:%')`;
    case "NewVersion":
      return Prisma.sql`x."newUnitId" = ${units}`;
    case "Grant":
      return Prisma.sql`(x."requestId" = ${requests} or x.id = ${grants})`;
    case "Agreement":
      return Prisma.sql`x.id in ${agreements}`;
    case "AgreementUnit":
    case "AgreementPerson":
    case "Signature":
      return Prisma.sql`x."agreementId" in ${agreements}`;
    default:
      return Prisma.sql`x."requestId" = ${requests}`;
  }
}

/** The rows of a scope as they are now, by table and key. */
export async function photograph(
  tx: Tx,
  { teamId }: Member,
  scope: JournalScope,
): Promise<Map<string, { table: Table; key: string; row: string }>> {
  const parts = TABLES.map((table) => {
    const key = keyOf(table).map((column) => Prisma.raw(`x."${column}"::text`));
    return Prisma.sql`select ${table} as "table", ${Prisma.join(key, " || ' ' || ")} as key,
      to_jsonb(x)::text as row from ${Prisma.raw(`"${table}"`)} x
      where x."teamId" = ${teamId}::uuid and ${where(table, scope)}`;
  });
  const rows = await tx.$queryRaw<{ table: Table; key: string; row: string }[]>(
    Prisma.join(parts, " union all "),
  );
  return new Map(rows.map((row) => [`${row.table} ${row.key}`, row]));
}

/** What changed between two pictures of one scope, in the order of the tables. */
export function differenceOf(
  before: Awaited<ReturnType<typeof photograph>>,
  after: Awaited<ReturnType<typeof photograph>>,
): Journalled[] {
  const changed: Journalled[] = [];
  for (const [name, { table, key, row }] of after) {
    const was = before.get(name)?.row ?? null;
    if (was !== row) changed.push({ table, key, before: was, after: row });
  }
  for (const [name, { table, key, row }] of before) {
    if (!after.has(name)) changed.push({ table, key, before: row, after: null });
  }
  const order: readonly string[] = TABLES;
  return changed.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
}

/** The first row that is no longer as the import left it; null when all are. */
export async function changedSince(
  tx: Tx,
  actor: Member,
  journal: readonly Journalled[],
): Promise<Journalled | null> {
  for (const entry of journal) {
    const table = knownTable(entry.table);
    const [now] = await tx.$queryRaw<{ row: string }[]>`
      select to_jsonb(x)::text as row from ${Prisma.raw(`"${table}"`)} x
      where x."teamId" = ${actor.teamId}::uuid and ${isRow(table, entry.key)} for update`;
    if (withoutPlan(now?.row ?? null) !== withoutPlan(entry.after)) return entry;
  }
  return null;
}

/** A row without the moments of its last change and of the next plan, which the database and planning set. */
function withoutPlan(row: string | null): string | null {
  if (row === null) return null;
  const {
    nextPlanAt: _next,
    changedAt: _changed,
    ...rest
  } = JSON.parse(row) as Record<string, unknown>;
  return JSON.stringify(rest);
}

/**
 * Makes the rows what they were: takes away what was made, children first, then puts back what was
 * there. A mail about a duty that is taken away stays in the list of mails, without the duty.
 */
export async function restore(
  tx: Tx,
  actor: Member,
  journal: readonly Journalled[],
): Promise<void> {
  await tx.$executeRaw`select set_config('app.taking_back', 'on', true)`;
  for (const { table, key, before, after } of journal.toReversed()) {
    if (before === null && after !== null) await takeAway(tx, actor, knownTable(table), key);
  }
  for (const { table, key, before, after } of journal) {
    if (before !== null) await putBack(tx, actor, knownTable(table), key, before, after === null);
  }
  await tx.$executeRaw`select set_config('app.taking_back', '', true)`;
}

async function takeAway(tx: Tx, { teamId }: Member, table: Table, key: string): Promise<void> {
  if (table === "Obligation") {
    await tx.notice.updateMany({
      where: { teamId, obligationId: key, state: "pending" },
      data: { state: "cancelled" },
    });
    await tx.notice.updateMany({
      where: { teamId, obligationId: key },
      data: { obligationId: null },
    });
  }
  await tx.$executeRaw`delete from ${Prisma.raw(`"${table}"`)} x
    where x."teamId" = ${teamId}::uuid and ${isRow(table, key)}`;
}

async function putBack(
  tx: Tx,
  { teamId }: Member,
  table: Table,
  key: string,
  row: string,
  isGone: boolean,
): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  if (isGone) {
    await tx.$executeRaw`insert into ${name} select * from jsonb_populate_record(null::${name}, ${row}::jsonb)`;
    return;
  }
  // The columns of a stored row, which are those of its table: nothing here comes from outside.
  const columns = Object.keys(JSON.parse(row) as object).map((column) => `"${column}"`);
  const list = Prisma.raw(columns.join(", "));
  await tx.$executeRaw`update ${name} x set (${list}) =
    (select ${list} from jsonb_populate_record(null::${name}, ${row}::jsonb))
    where x."teamId" = ${teamId}::uuid and ${isRow(table, key)}`;
}

function isRow(table: Table, key: string): Prisma.Sql {
  const values = key.split(" ");
  const parts = keyOf(table).map(
    (column, at) => Prisma.sql`x.${Prisma.raw(`"${column}"`)} = ${values[at]}::uuid`,
  );
  return Prisma.join(parts, " and ");
}

/** Table names are written into SQL, so only those of the list pass. */
function knownTable(name: string): Table {
  const table = TABLES.find((one) => one === name);
  if (!table) throw new RangeError(`No import touches the table ${name}`);
  return table;
}

/** How many rows hang on a request, in all tables, beside those that the journal knows. */
export async function hangsOnMore(
  tx: Tx,
  { teamId }: Member,
  journal: readonly Journalled[],
): Promise<boolean> {
  const made = journal.filter(({ table, before }) => table === "Request" && before === null);
  if (made.length === 0) return false;
  const tables = await tx.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'requestId' and table_name <> 'Event'`;
  const ids = made.map(({ key }) => key);
  for (const { name } of tables) {
    const [counted] = await tx.$queryRaw<{ rows: number }[]>`
      select count(*)::int as rows from ${Prisma.raw(`"${name}"`)} x
      where x."teamId" = ${teamId}::uuid and x."requestId" = any(${ids}::uuid[])`;
    const ours = journal.filter(
      ({ table, after }) => table === name && after !== null && ids.includes(requestOf(after)),
    );
    if ((counted?.rows ?? 0) > ours.length) return true;
  }
  return false;
}

function requestOf(row: string): string {
  const { requestId } = JSON.parse(row) as { requestId?: string };
  return requestId ?? "";
}

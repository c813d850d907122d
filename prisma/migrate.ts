import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { GRANTS, grant } from "@/prisma/grants";
import { type Migration, readMigrations } from "@/prisma/migrations";

/** The database and this code do not fit together. The message is one line for the operator. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

// Any number, but the same for every instance that starts against one database.
const LOCK = 7_142_857_001;
const NOT_ALLOWED = "42501";

// Prisma's own table, column by column, so that its tools read on where we wrote.
const HISTORY = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Applied = { name: string; checksum: string; finished: boolean };

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows: found } = await client.query(
    "SELECT to_regclass('public._prisma_migrations') AS t",
  );
  if (!found[0].t) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function refuseMisfit(applied: Applied[], known: Migration[]) {
  for (const { name, checksum, finished } of applied) {
    const ours = known.find((migration) => migration.name === name);
    if (!ours) {
      throw new MigrationError(
        `The database is newer than this code: it holds migration ${name}, which this code does not know. Start the newer version.`,
      );
    }
    if (!finished) {
      throw new MigrationError(
        `Migration ${name} failed earlier and left the database in between. Restore the backup, or repair it and mark it with prisma migrate resolve.`,
      );
    }
    if (checksum !== ours.checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after the database applied it. Restore its text; changes belong in a new migration.`,
      );
    }
  }
}

function fingerprint(known: Migration[], role: string | undefined): string {
  const require = createRequire(import.meta.url);
  // Its package.json is not exported, but lies one folder above its entry.
  const manifest = path.join(path.dirname(require.resolve("graphile-worker")), "../package.json");
  const worker: string = require(manifest).version;
  const parts = [known.map(({ checksum }) => checksum), worker, GRANTS, role ?? null];
  return `gatebook ${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}

async function readMark(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query(
    "SELECT obj_description(to_regclass('public._prisma_migrations'), 'pg_class') AS mark",
  );
  return rows[0].mark;
}

// The SQL and the note that it ran commit together: a process killed in between leaves nothing half done.
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid(), $1, $2, now(), 1)`,
      [checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if ((error as pg.DatabaseError).code === NOT_ALLOWED) throw error;
    throw new MigrationError(
      `Migration ${name} failed and was undone: ${(error as Error).message}`,
    );
  }
}

async function applyAll(client: pg.Client, ownerUrl: string, role: string | undefined) {
  const known = readMigrations();
  const applied = await readApplied(client);
  refuseMisfit(applied, known);
  // Remembered on Prisma's own table, so that a start with nothing to do costs two queries.
  const mark = fingerprint(known, role);
  if (applied.length === known.length && (await readMark(client)) === mark) return [];

  await client.query(HISTORY);
  const pending = known.filter(({ name }) => !applied.some((done) => done.name === name));
  for (const migration of pending) await apply(client, migration);
  const silent = new Logger(() => () => undefined);
  await runMigrations({ connectionString: ownerUrl, logger: silent });
  if (role) await grant(client, role);
  await client.query(`COMMENT ON TABLE public._prisma_migrations IS ${pg.escapeLiteral(mark)}`);
  return pending.map(({ name }) => name);
}

/**
 * Brings a database up to this code: Prisma's migrations, the job queue's own, and the rights of the
 * app's role. Safe to run from several machines at once; a second run finds nothing to do.
 * @param ownerUrl connection string of the role that owns the tables
 * @param appUrl connection string of the app's role; the same as ownerUrl where there is only one
 * @returns names of the migrations applied now
 * @throws MigrationError when the database is newer than the code or a migration was left or made different
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  const { user: appRole } = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await applyAll(client, ownerUrl, appRole === client.user ? undefined : appRole);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== NOT_ALLOWED) throw error;
    throw new MigrationError(
      `DATABASE_OWNER_URL: the role ${client.user} may not migrate (${(error as Error).message}); name the role that owns the tables.`,
    );
  } finally {
    await client.end();
  }
}

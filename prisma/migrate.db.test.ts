import { randomBytes } from "node:crypto";
import { makeWorkerUtils, runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OWNER } from "@/lib/launch/postgres-roles";
import { freshDatabase, type TestDatabase } from "@/lib/launch/test-database";
import { migrate } from "@/prisma/migrate";

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
});

afterAll(() => Promise.all([owner.end(), app.end()]));

const again = () => migrate(database.ownerUrl, database.appUrl);

test("a second run finds nothing to do", async () => {
  expect(await again()).toEqual([]);
});

test("the app's role owns nothing and cannot bypass row-level security", async () => {
  const { rows } = await app.query(
    `SELECT (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
            rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
     FROM pg_roles r WHERE rolname = current_user`,
  );
  expect(rows).toEqual([
    { owned: 0, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
  ]);
});

test("the app's role cannot make tables", async () => {
  await expect(app.query("CREATE TABLE mine (id int)")).rejects.toThrow(/permission denied/);
});

test.each([
  ["Event", "SELECT, INSERT"],
  ["EventChain", "SELECT"],
  ["Archive", "SELECT"],
  ["Certificate", "INSERT, SELECT"],
  ["Request", "DELETE, INSERT, SELECT, UPDATE"],
  ["_prisma_migrations", "SELECT"],
])("on %s the app's role may %s and nothing else", async (table, rights) => {
  const { rows } = await app.query(
    `SELECT string_agg(privilege_type, ', ' ORDER BY privilege_type) AS rights
     FROM information_schema.role_table_grants WHERE table_name = $1 AND grantee = current_user`,
    [table],
  );
  expect(rows[0].rights.split(", ").toSorted()).toEqual(rights.split(", ").toSorted());
});

test("the app's role queues and runs jobs", async () => {
  const done: unknown[] = [];
  const utils = await makeWorkerUtils({ connectionString: database.appUrl });
  await utils.addJob("greet", { name: "Ana" }, { jobKey: "greet-ana" });
  await utils.release();
  await runOnce({
    connectionString: database.appUrl,
    taskList: { greet: (payload) => void done.push(payload) },
    noHandleSignals: true,
  });
  expect(done).toEqual([{ name: "Ana" }]);
});

test.each(["two roles", "one role"])(
  "a database that nobody prepared needs no superuser, with %s",
  async (roles) => {
    const name = `bare_${randomBytes(6).toString("hex")}`;
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query(`CREATE DATABASE ${name} OWNER ${OWNER}`);
    await superuser.end();
    const appUrl = roles === "one role" ? database.ownerUrl : database.appUrl;
    expect(await migrate(at(database.ownerUrl), at(appUrl))).not.toEqual([]);
    expect(await migrate(at(database.ownerUrl), at(appUrl))).toEqual([]);
  },
);

test("several instances that start at once migrate once", async () => {
  await owner.query("COMMENT ON TABLE _prisma_migrations IS NULL");
  expect(await Promise.all([again(), again(), again()])).toEqual([[], [], []]);
});

test("a role that may not migrate is told which setting names the one that may", async () => {
  await expect(migrate(database.appUrl, database.appUrl)).rejects.toThrow(
    /^DATABASE_OWNER_URL: the role gatebook_app may not migrate [^\n]+$/,
  );
});

test("a changed migration is refused by name", async () => {
  const { rows } = await owner.query(
    "SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1 LIMIT 1",
  );
  await owner.query("UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name = $1", [
    rows[0].migration_name,
  ]);
  await expect(again()).rejects.toThrow(`Migration ${rows[0].migration_name} was changed`);
  await owner.query("UPDATE _prisma_migrations SET checksum = $2 WHERE migration_name = $1", [
    rows[0].migration_name,
    rows[0].checksum,
  ]);
});

test("a database newer than the code is refused in one line that names the migration", async () => {
  await owner.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('x', 'x', '29990101000000_from_the_future', now())`,
  );
  await expect(again()).rejects.toThrow(
    /^The database is newer than this code: .*29990101000000_from_the_future[^\n]*$/,
  );
  await owner.query("DELETE FROM _prisma_migrations WHERE id = 'x'");
});

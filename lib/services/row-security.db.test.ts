import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect } from "../db";
import { freshDatabase } from "../launch/test-database";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let inspector: pg.Client;
let app: pg.Client;
let a: SampleTeam;
let b: SampleTeam;
/** Every table whose rows belong to a team, read from the database so that a new one counts at once. */
let tables: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  a = await sampleTeam(superuser, "team-a");
  b = await sampleTeam(superuser, "team-b");
  inspector = new pg.Client({ connectionString: database.superuserUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([inspector.connect(), app.connect()]);
  const { rows } = await inspector.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'teamId' and table_type = 'BASE TABLE' order by 1`,
  );
  tables = rows.map((row) => row.name);
});

afterAll(() => Promise.all([inspector.end(), app.end(), superuser.$disconnect()]));

interface Settings {
  team?: SampleTeam;
  job?: boolean;
}

/** Runs statements as the app, in a transaction that is undone. */
async function asApp<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  await app.query("begin");
  try {
    await app.query(
      "select set_config('app.team_id', $1, true), set_config('app.user_id', $2, true), set_config('app.job', $3, true)",
      [
        settings.team?.lead.teamId ?? "",
        settings.team?.lead.userId ?? "",
        settings.job ? "on" : "",
      ],
    );
    return await work();
  } finally {
    await app.query("rollback");
  }
}

/** How many rows of a table the app sees or changes; "refused" where its role may not even try. */
async function count(sql: string, values: unknown[] = []): Promise<number | "refused"> {
  await app.query("savepoint here");
  try {
    return (await app.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    await app.query("rollback to savepoint here");
    if (/permission denied|row-level security|cannot be changed/.test(String(error))) {
      return "refused";
    }
    throw error;
  }
}

/** One answer per table, for comparing them all at once. */
async function ofEach<T>(work: (table: string) => Promise<T>): Promise<Record<string, T>> {
  const answers: Record<string, T> = {};
  for (const table of tables) answers[table] = await work(table);
  return answers;
}

/** Rows that belong to a team; the catalogue has others beside them, which everybody reads. */
const countOfTeams = (table: string) =>
  count(`select 1 from "${table}" where "teamId" is not null`);

const all = <T>(answer: T) => Object.fromEntries(tables.map((table) => [table, answer]));
/** What stands behind the search: closed to the app's role, whatever team it has named. */
const CLOSED = { SearchEntry: "refused", SearchWord: "refused" } as const;
const columnOf = (table: string) => (table === "Team" ? "id" : `"teamId"`);

describe("rows of a team", () => {
  it("are of every table: the sample team has some in each", async () => {
    expect(tables.length).toBeGreaterThanOrEqual(15);
    for (const table of tables) {
      const { rowCount } = await inspector.query(`select 1 from "${table}" where "teamId" = $1`, [
        a.teamId,
      ]);
      expect(rowCount, `${table} has no row in sample-team.ts`).toBeGreaterThan(0);
    }
  });

  it("are guarded in every table, from its owner too", async () => {
    const { rows } = await inspector.query(
      `select relname as name, relrowsecurity and relforcerowsecurity as guarded from pg_class
       where relnamespace = 'public'::regnamespace and relname = any($1)`,
      [[...tables, "Team"]],
    );
    expect(rows.filter((row) => !row.guarded)).toEqual([]);
    expect(rows).toHaveLength(tables.length + 1);
  });

  it("are shown to nobody who has not named a team", async () => {
    const seen = await asApp({}, () => ofEach(countOfTeams));
    expect(seen).toEqual({ ...all(0), ...CLOSED });
    expect(await asApp({}, () => count(`select 1 from "Team"`))).toBe(0);
  });

  it("are shown to a job across teams only where it must see them", async () => {
    const seen = await asApp({ job: true }, () => ofEach(countOfTeams));
    expect(seen).toEqual({ ...all(0), ...CLOSED, CalendarFeed: 2, Notice: 2 });
  });

  it("are shown to no other team", async () => {
    const see = (table: string) =>
      count(`select 1 from "${table}" where ${columnOf(table)} = $1`, [a.teamId]);
    expect(await asApp({ team: b }, () => ofEach(see))).toEqual({ ...all(0), ...CLOSED });
    expect(await asApp({ team: b }, () => see("Team"))).toBe(0);
    // While its own are there.
    const own = await asApp({ team: a }, () => ofEach(see));
    expect(Object.values(own)).not.toContain(0);
  });

  it("are changed and deleted by no other team", async () => {
    const change = (table: string) =>
      count(`update "${table}" set "teamId" = "teamId" where "teamId" = $1`, [a.teamId]);
    const remove = (table: string) =>
      count(`delete from "${table}" where "teamId" = $1`, [a.teamId]);
    const appendOnly = { Event: "refused", EventChain: "refused", Certificate: "refused" };
    const expected = { ...all(0), ...appendOnly, ...CLOSED };
    expect(await asApp({ team: b }, () => ofEach(change))).toEqual(expected);
    expect(await asApp({ team: b }, () => ofEach(remove))).toEqual(expected);
    const rename = () => count("update \"Team\" set name = 'B' where id = $1", [a.teamId]);
    expect(await asApp({ team: b }, rename)).toBe(0);
  });

  it("are added or handed over by no other team", async () => {
    const add = async (table: string) => {
      const { rows } = await inspector.query(
        `select to_jsonb(t) as row from "${table}" t where "teamId" = $1 limit 1`,
        [a.teamId],
      );
      return count(
        `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`,
        [rows[0].row],
      );
    };
    const handOver = (table: string) => count(`update "${table}" set "teamId" = $1`, [a.teamId]);
    expect(await asApp({ team: b }, () => ofEach(add))).toEqual(all("refused"));
    expect(await asApp({ team: b }, () => ofEach(handOver))).toEqual(all("refused"));
  });
});

describe("the search", () => {
  it("is asked for one team alone, by a function that takes it from the transaction", async () => {
    const { rows } = await inspector.query<{ id: string }>(
      `select "subjectId" as id from "SearchEntry" where "teamId" = $1`,
      [a.teamId],
    );
    expect(rows.length).toBeGreaterThan(5);
    // Each of the words that the sample team's rows hold, so that nothing is found for want of a fit.
    const words = ["sample", "letter", "genes", "laptop", "ana", "renewal", "data use", "GB", "1"];
    const of = (team: SampleTeam) =>
      asApp({ team }, async () => {
        const seen = new Set<string>();
        for (const word of words) {
          const found = await app.query(`select "subjectId" as id from find_in_team($1, 50)`, [
            word,
          ]);
          for (const { id } of found.rows) seen.add(id);
        }
        return rows.filter(({ id }) => seen.has(id)).length;
      });
    expect(await of(a)).toBeGreaterThan(5);
    expect(await of(b)).toBe(0);
    const nowhere = () => count("select 1 from find_in_team('sample', 50)");
    expect(await asApp({}, nowhere)).toBe(0);
    expect(await asApp({ job: true }, nowhere)).toBe(0);
  });

  it("lets nobody else read what it rests on, under another name either", async () => {
    const views = await inspector.query<{ name: string }>(
      "select table_name as name from information_schema.views where table_schema = 'public'",
    );
    expect(views.rows.length).toBeGreaterThanOrEqual(10);
    const refused = [
      ...views.rows.map(({ name }) => `select 1 from "${name}"`),
      "select find_places('''~a'':*', app_team(), null)",
      "select find_again_request(app_team(), gen_random_uuid())",
    ];
    for (const sql of refused) expect(await asApp({ team: a }, () => count(sql))).toBe("refused");
  });
});

describe("the database functions that run with their owner's rights", () => {
  it("look nowhere but in the tables that they were made for", async () => {
    const { rows } = await inspector.query(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
         and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp'] order by 1`,
    );
    expect(rows).toEqual([]);
  });

  it("fire at no table of the app's own, where it could tell them what to run", async () => {
    const fire = async (name: string) => {
      await app.query(`create temp table mine (id uuid, "teamId" uuid)`);
      return count(`create trigger mine after insert on mine for each row
        execute function ${name}('request(null, null), current_user', '$1.id', 'null')`);
    };
    for (const name of ["keep_findable", "keep_named_after", "chain_event"]) {
      expect(await asApp({ team: a }, () => fire(name)), name).toBe("refused");
    }
    const { rows } = await app.query(
      `select oid::regprocedure::text as name from pg_proc
       where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
         and has_function_privilege(oid, 'execute')`,
    );
    expect(rows).toEqual([]);
  });
});

describe("the catalogue", () => {
  it("shows its public entries to everybody, and keeps them from being changed by any team", async () => {
    const publicUnits = `select 1 from "AccessUnit" where "teamId" is null`;
    expect(await asApp({}, () => count(publicUnits))).toBe(2);
    expect(await asApp({ team: a }, () => count(publicUnits))).toBe(2);
    const change = (table: string) =>
      count(`update "${table}" set "landingUrl" = '' where "teamId" is null`);
    const remove = (table: string) => count(`delete from "${table}" where "teamId" is null`);
    const take = (table: string) =>
      count(`update "${table}" set "teamId" = $1 where "teamId" is null`, [a.teamId]);
    for (const table of ["Dataset", "AccessUnit"]) {
      expect(await asApp({ team: a }, () => change(table))).toBe(0);
      expect(await asApp({ team: a }, () => remove(table))).toBe(0);
      expect(await asApp({ team: a }, () => take(table))).toBe(0);
    }
  });

  it("takes no public entry from a team", async () => {
    const publish = () => count(`update "AccessUnit" set "teamId" = null`);
    expect(await asApp({ team: a }, publish)).toBe("refused");
  });
});

describe("the database", () => {
  it("lets the app in as a role that owns nothing and obeys the guards", async () => {
    const { rows } = await app.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (select count(*)::int from pg_class where relowner = r.oid) +
         (select count(*)::int from pg_proc where proowner = r.oid) +
         (select count(*)::int from pg_namespace where nspowner = r.oid) as owned,
         (select count(*)::int from pg_auth_members where member = r.oid) as borrowed
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
        ...{ owned: 0, borrowed: 0 },
      },
    ]);
  });

  it("has an index for every foreign key", async () => {
    const { rows } = await inspector.query(
      `select c.conrelid::regclass::text || ' ' || c.conname as missing
       from pg_constraint c
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
         select 1 from pg_index i
         where i.indrelid = c.conrelid and i.indpred is null
           and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
       )`,
    );
    expect(rows).toEqual([]);
  });
});

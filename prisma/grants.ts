import pg from "pg";

const CATALOGUE = ["Archive", "DatasetIdentifier", "Relation", "Publication", "PublicationUse"];

const NOTHING = "";

/** What the app's role may do with a table, where that is not reading and writing rows. */
const NARROWER: Record<string, string> = {
  Event: "SELECT, INSERT",
  EventChain: "SELECT",
  _prisma_migrations: "SELECT",
  // Beside the public entries, which row-level security keeps from it, the app writes those of teams.
  Dataset: "SELECT, INSERT, UPDATE, DELETE",
  AccessUnit: "SELECT, INSERT, UPDATE, DELETE",
  Certificate: "SELECT, INSERT",
  // What stands behind the search is read through one function, for the team of the transaction.
  SearchEntry: NOTHING,
  SearchWord: NOTHING,
  ...Object.fromEntries(CATALOGUE.map((table) => [table, "SELECT"])),
};

/** The version of the rules below: a database whose rules are older gets its grants anew. */
export const GRANTS = JSON.stringify({ revision: 3, narrower: NARROWER });

const id = pg.escapeIdentifier;

async function tables(client: pg.ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = to_regnamespace($1)
     AND relkind IN ('r', 'p') ORDER BY 1`,
    [schema],
  );
  return rows.map((row) => row.name);
}

/** A trigger fires whoever writes; whoever may run its function could fire it at a table of their own. */
async function triggerFunctions(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regprocedure::text AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

async function grantPublic(client: pg.ClientBase, role: string) {
  const triggers = await triggerFunctions(client);
  const statements = (await tables(client, "public")).flatMap((table) => {
    const rights = NARROWER[table] ?? "SELECT, INSERT, UPDATE, DELETE";
    return rights === NOTHING ? [] : `GRANT ${rights} ON TABLE public.${id(table)} TO ${role}`;
  });
  await client.query(
    [
      `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
      `GRANT USAGE ON SCHEMA public TO ${role}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role}`,
      ...triggers.map((name) => `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC, ${role}`),
      ...statements,
    ].join(";\n"),
  );
}

// graphile-worker turns row-level security on without any policy, so that only the owner sees its rows.
async function grantWorker(client: pg.ClientBase, role: string) {
  const policies = (await tables(client, "graphile_worker")).flatMap((table) => [
    `DROP POLICY IF EXISTS ${role} ON graphile_worker.${id(table)}`,
    `CREATE POLICY ${role} ON graphile_worker.${id(table)} TO ${role} USING (true) WITH CHECK (true)`,
  ]);
  await client.query(
    [
      `GRANT USAGE ON SCHEMA graphile_worker TO ${role}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${role}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${role}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${role}`,
      ...policies,
    ].join(";\n"),
  );
}

/**
 * Gives the app's role what it needs and no more: rows of team tables, but history only to append to,
 * and the catalogue only to read. May be repeated.
 * @param client connected as the owner
 * @param role name of the app's role, not the owner's own
 */
export async function grant(client: pg.ClientBase, role: string): Promise<void> {
  await client.query("BEGIN");
  await grantPublic(client, id(role));
  await grantWorker(client, id(role));
  await client.query("COMMIT");
}

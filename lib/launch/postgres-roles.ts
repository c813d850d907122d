import pg from "pg";

/** Name of the embedded database and of its two roles. */
export const DATABASE = "gatebook";
export const OWNER = "gatebook_owner";
export const APP = "gatebook_app";

/** Makes the extensions that the migrations build upon. */
export const CREATE_EXTENSIONS = ["pg_trgm", "pgcrypto", "citext", "btree_gist"]
  .map((name) => `CREATE EXTENSION IF NOT EXISTS ${name};`)
  .join("\n");

async function ensureRole(client: pg.Client, name: string, password: string) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  if (rowCount) return;
  await client.query(
    `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
  );
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${OWNER}`);
}

/**
 * Makes the two roles, the database that one of them owns, and its extensions; what exists is left.
 * @param urlOf connection string of the superuser for a database
 */
export async function prepareRoles(
  urlOf: (database: string) => string,
  passwords: { owner: string; app: string },
): Promise<void> {
  const admin = new pg.Client({ connectionString: urlOf("postgres") });
  await admin.connect();
  try {
    await ensureRole(admin, OWNER, passwords.owner);
    await ensureRole(admin, APP, passwords.app);
    await ensureDatabase(admin, DATABASE);
  } finally {
    await admin.end();
  }
  const inside = new pg.Client({ connectionString: urlOf(DATABASE) });
  await inside.connect();
  try {
    await inside.query(CREATE_EXTENSIONS);
  } finally {
    await inside.end();
  }
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const FOLDER = path.join(import.meta.dirname, "migrations");
const LOCKFILE = "migration_lock.toml";
const LOCK = 'provider = "postgresql"\n';

/** A migration of this code: its folder name, its SQL and the SHA-256 (hex) that Prisma keeps of it. */
export type Migration = { name: string; sql: string; checksum: string };

/** The migrations of this code, oldest first. */
export function readMigrations(): Migration[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** The same migrations in the form the schema engine takes. */
export function migrationList(): MigrationList {
  const lock = path.join(FOLDER, LOCKFILE);
  return {
    baseDir: FOLDER,
    lockfile: { path: LOCKFILE, content: existsSync(lock) ? readFileSync(lock, "utf8") : LOCK },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

// Instantiated by hand: the package imports its .wasm as a module, which loaders such as tsx do not know.
async function loadEngine() {
  const require = createRequire(import.meta.url);
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings.SchemaEngine;
}

/**
 * Runs `work` with Prisma's schema engine connected to a database, and frees the engine after it.
 * @param url the owner's connection string
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
  // Given apart: a connection string would win over the shadow database's name, and the shadow be the real one.
  const adapter = new PrismaPg({ host, port, user, password, database, ssl, max: 2 });
  const Engine = await loadEngine();
  const engine = await Engine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

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

// Where the engine puts the words of a panic, before it throws a bare "unreachable".
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });

const { TEXT } = pg.types.builtins;
const CHAR = 18;
const MARK = "\u0000char";

// Prisma's adapter for pg was made for the client, not for this engine: it refuses PostgreSQL's internal
// "char", which the engine reads from the system tables, and cuts scripts at every semicolon. So such a
// column goes through it as a text whose name is marked, and gets its true type afterwards.
async function adapterFor(pool: pg.Pool) {
  const query = pool.query.bind(pool);
  const marking = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    // A script of several statements has several results, none of which anybody reads.
    for (const field of result.fields?.filter(({ dataTypeID }) => dataTypeID === CHAR) ?? []) {
      Object.assign(field, { name: field.name + MARK, dataTypeID: TEXT });
    }
    return result;
  };
  const adapter = await new PrismaPg(Object.assign(pool, { query: marking })).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (sql: SqlQuery): Promise<SqlResultSet> => {
      const { columnNames, columnTypes, rows } = await queryRaw(sql);
      const isChar = columnNames.map((name) => name.endsWith(MARK));
      return {
        columnNames: columnNames.map((name) => name.replace(MARK, "")),
        columnTypes: columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type)),
        rows,
      };
    },
    executeScript: async (script: string) => {
      await query(script);
    },
  });
}

function adapterFactory(url: string) {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  const pools: pg.Pool[] = [];
  const connectTo = (name: string | undefined) => {
    const pool = new pg.Pool({ host, port, user, password, database: name, max: 2 });
    pools.push(pool);
    return adapterFor(pool);
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectTo(database),
    connectToShadowDb: async () => {
      const main = await connectTo(database);
      await main.executeScript("CREATE DATABASE shadow");
      return connectTo("shadow");
    },
  };
  return { factory, close: () => Promise.all(pools.map((pool) => pool.end())) };
}

/**
 * Runs `work` with Prisma's schema engine connected to a database.
 * @param url a superuser's connection string to a throw-away server: the engine's shadow database stays there
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { factory, close } = adapterFactory(url);
  const Engine = await loadEngine();
  try {
    const engine = await Engine.new(
      { datamodels: undefined },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    return await work(engine);
  } finally {
    await close();
  }
}

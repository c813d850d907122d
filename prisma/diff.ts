import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CREATE_EXTENSIONS } from "@/lib/launch/postgres-roles";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { MIGRATIONS, readMigrations } from "@/prisma/migrations";
import { withSchemaEngine } from "@/prisma/schema-engine";

// A development command: writes the next migration from what the schema says beyond the last one.
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:diff -- name_of_the_change   (a-z, 0-9 and _)");
  process.exit(1);
}

const LOCK = 'provider = "postgresql"\n';
const folder = path.join(import.meta.dirname, "schema");
const files = globSync("*.prisma", { cwd: folder })
  .map((file) => path.join(folder, file))
  .map((file) => ({ path: file, content: readFileSync(file, "utf8") }));
const migrationDirectories = readMigrations().map((migration) => ({
  path: migration.name,
  migrationFile: {
    path: "migration.sql",
    content: { tag: "ok" as const, value: migration.sql },
  },
}));

function write(sql: string) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const migration = path.join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(migration, { recursive: true });
  writeFileSync(path.join(migration, "migration.sql"), sql);
  writeFileSync(path.join(MIGRATIONS, "migration_lock.toml"), LOCK);
  console.log(path.relative(process.cwd(), path.join(migration, "migration.sql")));
  console.log("Read it before you keep it: what only SQL can say looks superfluous to the schema.");
}

const postgres = await temporaryPostgres();
try {
  const { stdout: sql } = await withSchemaEngine(postgres.superuserUrl, (engine) =>
    engine.diff({
      from: {
        tag: "migrations",
        baseDir: MIGRATIONS,
        lockfile: { path: "migration_lock.toml", content: LOCK },
        // As the launcher does for the real database.
        shadowDbInitScript: CREATE_EXTENSIONS,
        migrationDirectories,
      },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  if (!sql || sql.includes("This is an empty migration")) {
    console.log("The migrations already say what the schema says.");
  } else {
    write(sql);
  }
} finally {
  await postgres.stop();
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folder of migrations, laid out as Prisma does. */
export const MIGRATIONS = path.join(import.meta.dirname, "migrations");

/** A migration of this code: its folder name, its SQL and the SHA-256 (hex) that Prisma keeps of it. */
export type Migration = { name: string; sql: string; checksum: string };

/** The migrations of this code, oldest first. */
export function readMigrations(): Migration[] {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS)
    .filter((name) => existsSync(path.join(MIGRATIONS, name, "migration.sql")))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

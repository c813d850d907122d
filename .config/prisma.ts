import path from "node:path";
import { defineConfig } from "prisma/config";

const root = path.join(import.meta.dirname, "..");

// Only `prisma generate` needs this here; npm start applies migrations through prisma/migrate.ts.
// Operators who prefer `prisma migrate deploy` give it the owner's address.
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;

export default defineConfig({
  schema: path.join(root, "prisma/schema"),
  migrations: { path: path.join(root, "prisma/migrations") },
  ...(url && { datasource: { url } }),
});

import type { TestProject } from "vitest/node";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { migrate } from "@/prisma/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: { ownerUrl: string; appUrl: string; superuserUrl: string };
  }
}

/** Vitest's global set-up: one PostgreSQL for the run, whose migrated database is every test file's template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { ownerUrl, appUrl, superuserUrl, stop } = await temporaryPostgres();
  await migrate(ownerUrl, appUrl);
  project.provide("postgres", { ownerUrl, appUrl, superuserUrl });
  return stop;
}

import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { OWNER } from "@/lib/launch/postgres-roles";
// For its declaration of what the server provides.
import type {} from "@/lib/launch/test-server";

/** Connection strings of one test database: as the app, as the tables' owner, and as superuser. */
export type TestDatabase = { appUrl: string; ownerUrl: string; superuserUrl: string };

/**
 * A migrated, empty database of its own for a test file; call it in `beforeAll`, or per test where
 * tests would disturb each other (some 50 ms). It goes away with the test run.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const at = (url: string, database: string) => {
    const address = new URL(url);
    address.pathname = `/${database}`;
    return address.href;
  };
  // Not from within the template, which must have no connection while it is copied.
  const admin = new pg.Client({ connectionString: at(server.superuserUrl, "postgres") });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE gatebook OWNER ${OWNER}`);
  } finally {
    await admin.end();
  }
  return {
    appUrl: at(server.appUrl, name),
    ownerUrl: at(server.ownerUrl, name),
    superuserUrl: at(server.superuserUrl, name),
  };
}

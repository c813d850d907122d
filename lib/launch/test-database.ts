import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { OWNER } from "@/lib/launch/postgres-roles";
// For its declaration of what the server provides.
import type {} from "@/lib/launch/test-server";

/** Connection strings of one test database: as the app, as the tables' owner, and as superuser. */
export type TestDatabase = { appUrl: string; ownerUrl: string; superuserUrl: string };

/** The names of those that the present test file has made. */
const made: string[] = [];

/**
 * A migrated, empty database of its own for a test file; call it in `beforeAll`, or per test where
 * tests would disturb each other (some 50 ms). It goes away with the test run.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE gatebook OWNER ${OWNER}`));
  made.push(name);
  return {
    appUrl: at(server.appUrl, name),
    ownerUrl: at(server.ownerUrl, name),
    superuserUrl: at(server.superuserUrl, name),
  };
}

/**
 * Cuts what the present test file has left connected to its databases: the next one, in the same
 * process, needs the server's connections.
 */
export async function leaveDatabases(): Promise<void> {
  const left = made.splice(0);
  if (left.length === 0) return;
  await asAdmin((admin) =>
    admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1)", [
      left,
    ]),
  );
}

/** Not from within the template, which must have no connection while it is copied. */
async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const connectionString = at(inject("postgres").superuserUrl, "postgres");
  const admin = new pg.Client({ connectionString });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

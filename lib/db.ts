import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/client/client";
import { env } from "./env";

/** A client on one database; tests and commands make their own. */
export function connect(url: string, options: { max?: number } = {}): PrismaClient {
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
    // For a network that swallows packets: nobody waits for an answer that cannot come.
    query_timeout: 12_000,
    keepAlive: true,
  });
  // A connection may be cut the moment it is handed out, before the adapter listens: an error that
  // nobody hears ends the process. Whoever waits for an answer on that connection is told anyway.
  pool.on("connect", (client) => client.on("error", () => {}));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 4_000, timeout: 15_000 } });
}

const holder = globalThis as typeof globalThis & { gatebookDb?: PrismaClient };

/** The client of this process, made on first use so that a build needs no database. */
export function db(): PrismaClient {
  holder.gatebookDb ??= connect(env().DATABASE_URL);
  return holder.gatebookDb;
}

/** Replaces the client of this process; for tests and one-off commands. */
export function setDb(client: PrismaClient): void {
  holder.gatebookDb = client;
}

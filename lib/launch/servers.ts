import pg from "pg";
import type { Settings } from "@/lib/env";
import { LaunchError } from "@/lib/launch/launch-error";
import type { Shutdown } from "@/lib/launch/shutdown";
import { migrate } from "@/prisma/migrate";

/** Settings in which every server has an address. */
export type Served = Settings & {
  DATABASE_URL: string;
  DATABASE_OWNER_URL: string;
  SMTP_URL: string;
  MAIL_FROM: string;
  NEXTAUTH_SECRET: string;
};

async function checkReachable(name: string, url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as pg.DatabaseError;
    const place = `${client.host}:${client.port}`;
    throw new LaunchError(
      `${name}: cannot use PostgreSQL at ${place} (${message || code || "no answer"}).`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function database(settings: Settings, shutdown: Shutdown) {
  if (settings.DATABASE_URL) {
    const ownerUrl = settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL;
    await checkReachable("DATABASE_URL", settings.DATABASE_URL);
    await checkReachable("DATABASE_OWNER_URL", ownerUrl);
    return { DATABASE_URL: settings.DATABASE_URL, DATABASE_OWNER_URL: ownerUrl };
  }
  // Loaded here only: an installation for production has no embedded PostgreSQL.
  const { startPostgres } = await import("@/lib/launch/postgres");
  const postgres = await startPostgres(settings.DATA_DIR);
  await shutdown.add("PostgreSQL", postgres.stop, postgres.ended);
  if (postgres.note) console.log(postgres.note);
  return { DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
}

async function mail(settings: Settings, shutdown: Shutdown) {
  const from = settings.MAIL_FROM ?? "Gatebook <gatebook@localhost.localdomain>";
  if (settings.SMTP_URL) return { SMTP_URL: settings.SMTP_URL, MAIL_FROM: from };
  const { startMailbox } = await import("@/lib/launch/mailbox");
  const ports = { page: settings.MAIL_UI_PORT, smtp: settings.MAIL_SMTP_PORT };
  await shutdown.add("Mailbox", await startMailbox(settings.DATA_DIR, ports));
  return { SMTP_URL: `smtp://127.0.0.1:${settings.MAIL_SMTP_PORT}`, MAIL_FROM: from };
}

async function secret(settings: Settings) {
  if (settings.NEXTAUTH_SECRET) return settings.NEXTAUTH_SECRET;
  const { readSecrets } = await import("@/lib/launch/secrets");
  return readSecrets(settings.DATA_DIR).session;
}

/**
 * Starts the servers that no setting names, and brings the database up to this code.
 * @returns the settings with every server's address
 * @throws LaunchError or MigrationError, one line
 */
export async function startServers(settings: Settings, shutdown: Shutdown): Promise<Served> {
  const urls = await database(settings, shutdown);
  const addresses = await mail(settings, shutdown);
  await migrate(urls.DATABASE_OWNER_URL, urls.DATABASE_URL);
  return { ...settings, ...urls, ...addresses, NEXTAUTH_SECRET: await secret(settings) };
}

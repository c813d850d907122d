import pg from "pg";
import { dayOf } from "@/lib/dates/day";
import type { Served } from "@/lib/launch/servers";
import { asVariables } from "@/lib/launch/settings";
import { hashOf } from "@/lib/launch/sources";

const SOURCES = [
  "prisma/seed.ts",
  "prisma/seed",
  "prisma/catalogue",
  "prisma/demo",
  "lib/archives",
];

async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Seeds the catalogue, and the demo team where wished, unless the database has just these already. */
export async function seedIfNeeded(settings: Served): Promise<void> {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl, DEMO: demo } = settings;
  // Remembered in the database itself, so that a restored or emptied one is seeded as it needs.
  const mark = `seeded ${hashOf(SOURCES)} ${demo ? "with" : "without"} demo`;
  const found = await withOwner(ownerUrl, (client) =>
    client.query(`SELECT obj_description('public."Dataset"'::regclass, 'pg_class') AS mark`),
  );
  if (found.rows[0].mark === mark) return;
  // The demo's story goes through the services, which look for their settings there.
  Object.assign(process.env, asVariables(settings));
  const { seed } = await import("@/prisma/seed");
  // The day by which reminders count, wherever this machine stands: the demo's mails say the same days.
  await seed({ ownerUrl, appUrl, demo, today: dayOf(new Date(), "UTC") });
  await withOwner(ownerUrl, (client) =>
    client.query(`COMMENT ON TABLE public."Dataset" IS ${pg.escapeLiteral(mark)}`),
  );
}

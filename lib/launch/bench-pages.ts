import pg from "pg";
import { fillBench } from "@/lib/launch/bench-fill";
import { readPage, startBenchWeb } from "@/lib/launch/bench-page";
import { FILL_PAGES } from "@/lib/launch/bench-pages-fill";
import { measure, type Times } from "@/lib/launch/bench-times";
import type { Postgres } from "@/lib/launch/postgres";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { writeSort } from "@/lib/lists/cursor";
import { DUTY_LIST } from "@/lib/lists/duties";
import { REQUEST_LIST } from "@/lib/lists/requests";
import type { ListShape } from "@/lib/lists/shape";
import { migrate } from "@/prisma/migrate";

// `npm run bench:pages`: how long the pages that people open all day take at the server in a team with
// 10 000 requests: the production build, by HTTP, each page to its last byte. `-- requests` asks for
// those alone whose name begins so. The last line is JSON, in milliseconds.

const asked = (q: string) => `?${new URLSearchParams({ q })}`;

/** A list in the order of each column. */
function sorted({ id, columns }: ListShape): [string, string][] {
  return columns.flatMap(({ id: column, sorts }) =>
    sorts
      ? [[`${id} by ${column}`, `/${id}?sort=${writeSort({ column, direction: sorts })}`] as const]
      : [],
  ) as [string, string][];
}

const PAGES: [string, string][] = [
  ["dashboard", ""],
  ["overview", "/overview"],
  ["requests", "/requests"],
  ["requests filtered", `/requests${asked("archive:ega member:person status:approved ends:<60d")}`],
  ["requests needing me", `/requests${asked("needs:me")}`],
  ["requests by words", `/requests${asked("set 12 lung")}`],
  ...sorted(REQUEST_LIST),
  ["duties", "/duties"],
  ["duties of mine", `/duties${asked("state:open member:me")}`],
  ...sorted(DUTY_LIST),
  ["people", "/people"],
  ["people missing a course", `/people${asked("missing:citi_data_only")}`],
  ["units", "/units"],
  ["units of people", `/units${asked("member:person")}`],
  ["agreements", "/agreements"],
  ["access", "/access"],
];

/** What PostgreSQL does by itself a minute after so many rows have come. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

async function measurePages(postgres: Postgres, token: string): Promise<Record<string, Times>> {
  const web = await startBenchWeb(postgres);
  try {
    const found: Record<string, Times> = {};
    const [begin = ""] = process.argv.slice(2);
    for (const [name, path] of PAGES.filter(([page]) => page.startsWith(begin))) {
      const address = `${web.address}/t/bench${path}`;
      found[name] = await measure(name, async () => {
        const { status } = await readPage(address, token);
        if (status !== 200) throw new Error(`${address} answers ${status}`);
      });
    }
    return found;
  } finally {
    await web.stop();
  }
}

const postgres = await temporaryPostgres();
try {
  await migrate(postgres.ownerUrl, postgres.appUrl);
  const { token } = await fillBench(postgres.superuserUrl, FILL_PAGES);
  await settle(postgres.superuserUrl);
  const pages = await measurePages(postgres, token);
  const slowest = Math.max(...Object.values(pages).map(({ median }) => median));
  console.log(`the slowest page takes ${slowest} ms`);
  console.log(JSON.stringify(pages));
} finally {
  await postgres.stop();
}

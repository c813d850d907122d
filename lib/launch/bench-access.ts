import { connect, setDb } from "@/lib/db";
import { fillBench } from "@/lib/launch/bench-fill";
import { readPage, startBenchWeb } from "@/lib/launch/bench-page";
import { measure, type Times } from "@/lib/launch/bench-times";
import type { Postgres } from "@/lib/launch/postgres";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { accessMatrix } from "@/lib/services/access";
import type { Member } from "@/lib/team/actor";
import { migrate } from "@/prisma/migrate";

// `npm run bench:access`: how long the access page of a team of 200 people and 500 units with some
// 20 000 approvals takes at the server: the service alone, then the whole page of the production
// build by HTTP, to its last byte. Machines differ, and so do their minutes: `yardstick` is one and
// the same sum, done beside each. The last line is JSON, in milliseconds.

const PAGES = {
  page: "",
  day: "?on=2027-01-15",
  state: "?state=ready",
  archive: "?archive=physionet",
  person: "?person=05",
  everything: "?units=all&people=all",
};

async function measureService(postgres: Postgres, actor: Member) {
  const client = connect(postgres.appUrl);
  setDb(client);
  const filter = { units: "ours", people: "here" } as const;
  const { people, units, counts } = await accessMatrix(actor, filter);
  const size = { people: people.length, units: units.length, open: counts.ready };
  const service = await measure("service", () => accessMatrix(actor, filter));
  await client.$disconnect();
  return { ...size, service };
}

async function measurePages(postgres: Postgres, token: string) {
  const web = await startBenchWeb(postgres);
  try {
    const found: Record<string, Times> = {};
    for (const [name, query] of Object.entries(PAGES)) {
      const address = `${web.address}/t/bench/access${query}`;
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
  const { actor, token } = await fillBench(postgres.superuserUrl);
  const service = await measureService(postgres, actor);
  const pages = await measurePages(postgres, token);
  const ratio = (pages.page?.median ?? 0) / service.service.median;
  console.log(`the whole page takes ${ratio.toFixed(2)} times as long as the service`);
  console.log(JSON.stringify({ ...service, ...pages }));
} finally {
  await postgres.stop();
}

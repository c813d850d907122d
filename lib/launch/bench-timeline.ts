import { connect, setDb } from "@/lib/db";
import { fillBench } from "@/lib/launch/bench-fill";
import { measure, type Times } from "@/lib/launch/bench-times";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { readTimeline } from "@/lib/services/timeline";
import { lanesOf } from "@/lib/timeline/layout";
import { timelineView } from "@/lib/timeline/view";
import { migrate } from "@/prisma/migrate";

// `npm run bench:timeline`: how long the portfolio timeline of a team of 200 people and 500 data sets
// with some 20 000 approvals takes: the service, with everything put in its place. The last line is
// JSON, in milliseconds.

const VIEWS = {
  person: {},
  data: { group: "data" },
  archive: { group: "archive" },
  "three years": { zoom: "3y" },
  all: { zoom: "all" },
  "last page": { page: "99" },
  "one person": { person: "me" },
};

const postgres = await temporaryPostgres();
try {
  await migrate(postgres.ownerUrl, postgres.appUrl);
  const { actor } = await fillBench(postgres.superuserUrl);
  const client = connect(postgres.appUrl);
  setDb(client);
  const found: Record<string, Times> = {};
  for (const [name, query] of Object.entries(VIEWS)) {
    const view = timelineView.parse(query);
    found[name] = await measure(name, async () => {
      const { groups, window, today } = await readTimeline(actor, view);
      for (const { entries } of groups) lanesOf(entries, window, today);
    });
  }
  await client.$disconnect();
  console.log(JSON.stringify(found));
} finally {
  await postgres.stop();
}

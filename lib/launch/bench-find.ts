import { connect, setDb } from "@/lib/db";
import { fillFind } from "@/lib/launch/bench-find-fill";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { find } from "@/lib/services/find";
import { loadCatalogue } from "@/prisma/catalogue/load";
import { migrate } from "@/prisma/migrate";

// `npm run bench:find`: how long a search takes in a team of 100 000 requests with others beside it:
// the service, from the words to what is shown. 200 queries as people type them: numbers, beginnings
// of words, several words, names without accents, and slips. The last line is JSON, in milliseconds.

const REQUESTS = 100_000;
const QUERIES = 200;

/** By kind, since each goes another way through the database; `n` makes them differ. */
const KINDS: Record<string, (n: number) => string> = {
  number: (n) => `GB-${1 + ((n * 7919) % REQUESTS)}`,
  accession: (n) => ["phs000572", "EGAD0000", "mimiciv", "phs0002", "phs001"][n % 5] ?? "",
  beginning: (n) => ["sep", "leuk", "glio", "meth", "an", "b", "appr", "mim"][n % 8] ?? "",
  word: (n) => ["sepsis", "asthma", "exomes", "notes", "archive", "application"][n % 6] ?? "",
  words: (n) => ["stroke imaging", "autism twins", "diabetes notes garcia"][n % 3] ?? "",
  name: (n) => ["garcia", "Jose Muller", "soren", "fernandez", "weiss"][n % 5] ?? "",
  slip: (n) => ["spesis", "garcai", "leukemia", "mimc", "asthme notse"][n % 5] ?? "",
  nothing: (n) => ["zzyzx", "qqqq wwww", "xylophone9"][n % 3] ?? "",
};

interface Run {
  kind: string;
  query: string;
  took: number;
}

function part(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(10 * (sorted[Math.floor(sorted.length * share)] ?? 0)) / 10;
}

const postgres = await temporaryPostgres();
try {
  await migrate(postgres.ownerUrl, postgres.appUrl);
  const owner = connect(postgres.ownerUrl);
  await loadCatalogue(owner);
  await owner.$disconnect();
  const { actor, entries } = await fillFind(postgres.superuserUrl, REQUESTS);
  const client = connect(postgres.appUrl);
  setDb(client);
  const names = Object.keys(KINDS);
  const runs: Run[] = [];
  for (let n = -names.length; n < QUERIES; n++) {
    const kind = names[Math.abs(n) % names.length] ?? "";
    const query = KINDS[kind]?.(Math.floor(Math.abs(n) / names.length)) ?? "";
    const start = performance.now();
    await find(actor, query);
    // Before the first that counts, each kind has been asked for once: plans and pages are warm.
    if (n >= 0) runs.push({ kind, query, took: performance.now() - start });
  }
  await client.$disconnect();
  for (const name of names) {
    const times = runs.filter(({ kind }) => kind === name).map(({ took }) => took);
    console.log(name.padEnd(10), { median: part(times, 0.5), p95: part(times, 0.95) });
  }
  const times = runs.map(({ took }) => took);
  const slowest = runs.toSorted((a, b) => b.took - a.took)[0]?.query;
  const found = { median: part(times, 0.5), p95: part(times, 0.95), max: part(times, 0.9999) };
  console.log(JSON.stringify({ requests: REQUESTS, entries, queries: QUERIES, ...found, slowest }));
} finally {
  await postgres.stop();
}

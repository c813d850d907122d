import { BENCH_DAY, benchTeam } from "./bench-team";
import { sharedAnswers } from "./gate-state";
import { indexFacts, pairFacts } from "./pair";
import { readiness } from "./readiness";
import type { AccessStatus } from "./verdict";

// Every pair of 2,000 people and 500 units, once, on one core, without a run to warm up. The facts are
// made before the clock starts; laying them out for the pairs counts.
const team = benchTeam({ people: 2_000, units: 500 });
const found = new Map<AccessStatus, number>();

const start = performance.now();
const cpu = process.cpuUsage();
const index = indexFacts(team);
const shared = sharedAnswers(BENCH_DAY);
for (const unit of team.units) {
  for (const person of team.people) {
    const { status } = readiness(pairFacts(index, person, unit), BENCH_DAY, shared);
    found.set(status, (found.get(status) ?? 0) + 1);
  }
}
const seconds = (performance.now() - start) / 1_000;
const { user, system } = process.cpuUsage(cpu);

console.log(JSON.stringify(Object.fromEntries(found)));
console.log(
  `${((user + system) / 1e6).toFixed(2)} s of processor time, the garbage collector's included`,
);
console.log(
  JSON.stringify({
    verdicts: team.people.length * team.units.length,
    seconds: Math.round(seconds * 100) / 100,
    rssMB: Math.round(process.memoryUsage().rss / 1_000_000),
  }),
);

const RUNS = 30;

/** How long a piece of work takes, in milliseconds. */
export interface Times {
  /** Of the runs after the first. */
  median: number;
  p90: number;
  first: number;
  /** One and the same sum, done beside each run: machines differ, and so do their minutes. */
  yardstick: number;
}

/** Does a piece of work once to warm it up, then often, and prints how long it takes. */
export async function measure(name: string, work: () => Promise<unknown>): Promise<Times> {
  const runs: number[] = [];
  const sums: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    runs.push(await timed(work));
    sums.push(await timed(sum));
  }
  const [first = 0, ...warm] = runs;
  const times = { ...{ median: part(warm, 0.5), p90: part(warm, 0.9), first: Math.round(first) } };
  const yardstick = part(sums, 0.5);
  console.log(name.padEnd(24), times, `${(times.median / yardstick).toFixed(1)} yardsticks`);
  return { ...times, yardstick };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function part(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
}

function sum(): number {
  let total = 0;
  for (let i = 1; i < 2e7; i++) total = (total * 31 + i) | 0;
  return total;
}

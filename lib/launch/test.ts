import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SETTING_NAMES } from "@/lib/env";
import { checks, runStages, tests, unitTests } from "@/lib/launch/steps";

// Neither somebody's own settings nor a build server's CI=true may change what the tests do.
for (const name of [...SETTING_NAMES, "CI", "NODE_ENV"]) delete process.env[name];
process.env.TZ = "Asia/Kathmandu";

const reports = mkdtempSync(path.join(tmpdir(), "gatebook-reports-"));
const report = (name: string) => path.join(reports, `${name}.json`);

/** Counts of a report; of Vitest or Playwright, or none where the step did not come to it. */
function countsOf(name: string): { passed: number; failed: number } {
  if (!existsSync(report(name))) return { passed: 0, failed: 0 };
  const { stats, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report(name), "utf8"));
  return stats
    ? { passed: stats.expected, failed: stats.unexpected + stats.flaky }
    : { passed: numPassedTests, failed: numFailedTests };
}

const { env } = process;
const first = checks(env, [unitTests(env, report)]);
const well = await runStages([...first, ...tests(env, report)]);
const counts = ["rules", "database", "browser"].map(countsOf);
rmSync(reports, { recursive: true, force: true });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
// A check that fails, or a test file that does not even load, counts as one.
console.log(`\n${passed} passed, ${well ? failed : Math.max(failed, 1)} failed`);
process.exit(well && failed === 0 ? 0 : 1);

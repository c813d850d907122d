import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { isAlive } from "@/lib/launch/process-info";
import { readRun } from "@/lib/launch/run-file";
import { ended, freeSettings, newDataDir, remove, run, startInstance } from "./instance";

/** All processes that a process started, and those that these started, by what the system says. */
function descendants(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return []; // Gone meanwhile.
      }
    });
  const below = (one: number): number[] =>
    parents
      .filter(({ parent }) => parent === one)
      .flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}

/** What a start that cannot succeed says: one line, and the exit code 1. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await ended(run(["start"], settings));
  expect(code).toBe(1);
  expect(stdout).toBe("");
  const lines = stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

const SERVERS = {
  DATABASE_URL: "postgresql://nobody:x@127.0.0.1:1/gatebook",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "gatebook@lab.example.org",
  NEXTAUTH_SECRET: "for-tests-only-0123456789-0123456789",
};

test("a start that cannot succeed says in one line what to change", async () => {
  const settings = await freeSettings();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(Number(settings.PORT), "127.0.0.1", resolve));
  expect(await refusal(settings)).toBe(
    `Port ${settings.PORT} is in use by another program: set PORT to a free port.`,
  );
  taken.close();
  expect(await refusal({ ...settings, ...SERVERS })).toMatch(/^DATABASE_URL: .*127\.0\.0\.1:1/);
  expect(await refusal({ ...settings, ...SERVERS, NEXTAUTH_SECRET: "" })).toMatch(
    /NEXTAUTH_SECRET is missing/,
  );
  expect(await refusal({ ...settings, PORT: "many" })).toMatch(/PORT must be a port number/);
  remove(settings.DATA_DIR ?? "");
});

test("a start survives kill -9 with its data, and ends without leaving a process", async ({
  request,
}) => {
  const settings = { ...(await freeSettings(newDataDir())), DEMO: "0" };
  const killed = await startInstance(settings);
  const first = await (await request.get(`${killed.address}/api/health`)).json();
  expect(first.status).toBe("ok");
  const secrets = readFileSync(path.join(killed.dataDir, "secrets.json"), "utf8");
  const gone = new Promise((resolve) => killed.process.once("exit", resolve));
  const victims = [...descendants(killed.process.pid ?? 0), killed.process.pid ?? 0];
  expect(victims.length).toBeGreaterThan(4);
  for (const pid of victims) process.kill(pid, "SIGKILL");
  await gone;

  const start = performance.now();
  const again = await startInstance(settings);
  expect(performance.now() - start, "a second start is quick").toBeLessThan(15_000);
  expect(readFileSync(path.join(again.dataDir, "secrets.json"), "utf8")).toBe(secrets);
  const answer = await request.get(`${again.address}/catalogue/mimic-iv`);
  expect(answer.status()).toBe(200);
  const owner = new pg.Client(readRun(again.dataDir)?.variables?.DATABASE_OWNER_URL);
  await owner.connect();
  await owner.query(
    `INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ('later', 'x', '99991231000000_from_the_future', now(), 1)`,
  );
  await owner.end();

  const family = descendants(again.process.pid ?? 0);
  const stopping = performance.now();
  await again.stop();
  expect(performance.now() - stopping).toBeLessThan(10_000);
  expect(family.filter(isAlive)).toEqual([]);
  expect(await refusal(settings)).toMatch(/99991231000000_from_the_future/);
  remove(again.dataDir);
});

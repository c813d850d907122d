import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { parseSettings } from "@/lib/env";
import { buildIfNeeded } from "@/lib/launch/building";
import type { Child } from "@/lib/launch/child";
import { freePort } from "@/lib/launch/ports";
import type { Postgres } from "@/lib/launch/postgres";
import { startWeb } from "@/lib/launch/processes";

const agent = new Agent({ keepAlive: true });

/** The web process as `npm start` runs it, alone on a free port. */
export interface BenchWeb {
  address: string;
  stop: () => Promise<void>;
}

/** Builds the pages if need be, starts the web process on this database, and waits until it answers. */
export async function startBenchWeb({ appUrl, ownerUrl }: Postgres): Promise<BenchWeb> {
  await buildIfNeeded();
  const port = await freePort();
  const servers = {
    DATABASE_URL: appUrl,
    // Nobody sends mail here.
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "bench@bench.example",
    NEXTAUTH_SECRET: "a secret of 32 characters or more",
  };
  const settings = parseSettings({ ...servers, PORT: String(port) });
  const web = startWeb({ ...settings, ...servers, DATABASE_OWNER_URL: ownerUrl }, "start");
  const address = `http://localhost:${port}`;
  await answers(address, web);
  return { address, stop: () => web.stop(5_000) };
}

async function answers(address: string, web: Child): Promise<void> {
  let hasEnded = false;
  void web.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer) return;
    await sleep(100);
  }
  throw new Error(`The web process ended:\n${web.release()}`);
}

/** Reads a page to its last byte, as a browser with this session does; compressed. */
export function readPage(
  address: string,
  token: string,
): Promise<{ status: number; bytes: number }> {
  const headers = {
    accept: "text/html",
    "accept-encoding": "gzip",
    cookie: `next-auth.session-token=${token}`,
  };
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("error", reject);
      response.once("end", () => resolve({ status: response.statusCode ?? 0, bytes }));
    });
    request.once("error", reject);
  });
}

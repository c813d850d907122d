import { createServer } from "node:net";
import { LaunchError } from "@/lib/launch/launch-error";

type Listening = { port: number } | { code: string | undefined };

function listen(port: number, host: string): Promise<Listening> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve({ code: error.code }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve({ port: got }));
    });
  });
}

/** A free port of 127.0.0.1: the wished one where it is free, else any. */
export async function freePort(wish?: number): Promise<number> {
  for (const port of wish === undefined ? [0] : [wish, 0]) {
    const got = await listen(port, "127.0.0.1");
    if ("port" in got) return got.port;
  }
  throw new LaunchError("No free port on 127.0.0.1.");
}

async function problemWith(port: number, host: string): Promise<string | undefined> {
  // Also the other localhost, where a browser might find a stranger instead of us.
  for (const address of host === "127.0.0.1" ? [host, "::1"] : [host]) {
    const got = await listen(port, address);
    if ("port" in got) continue;
    if (got.code === "EADDRINUSE") return "is in use by another program";
    if (got.code === "EACCES") return "may not be used by this user";
    // A machine without IPv6 has no ::1 to look at.
    if (address === host) return `cannot be used (${got.code})`;
  }
  return undefined;
}

/**
 * Makes sure that we may listen on ports.
 * @throws LaunchError one line naming the first port that we may not, and its setting
 */
export async function checkPorts(
  wanted: { setting: string; port: number; host: string }[],
): Promise<void> {
  const seen = new Map<number, string>();
  for (const { setting, port, host } of wanted) {
    const twin = seen.get(port);
    const problem = twin ? `is already taken by ${twin}` : await problemWith(port, host);
    if (problem) {
      throw new LaunchError(`Port ${port} ${problem}: set ${setting} to a free port.`);
    }
    seen.set(port, setting);
  }
}

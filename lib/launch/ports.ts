import { createServer } from "node:net";

function listen(port: number, host: string): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}

/** Whether nothing listens on a port. Asked for every address a server might bind to. */
export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return (await listen(port, host)) !== undefined;
}

/** A free port of 127.0.0.1: the wished one where it is free, else any. */
export async function freePort(wish?: number): Promise<number> {
  if (wish !== undefined && (await isPortFree(wish))) return wish;
  const port = await listen(0, "127.0.0.1");
  if (port === undefined) throw new Error("No free port on 127.0.0.1");
  return port;
}

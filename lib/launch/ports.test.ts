import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { checkPorts, freePort } from "@/lib/launch/ports";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupy(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

const local = (port: number) => [{ setting: "PORT", port, host: "127.0.0.1" }];

test.each(["127.0.0.1", "0.0.0.0"])(
  "a port in use on %s is named with its setting",
  async (host) => {
    const port = await occupy(host);
    await expect(checkPorts(local(port))).rejects.toThrow(
      `Port ${port} is in use by another program: set PORT to a free port.`,
    );
  },
);

test("a free port passes and is free afterwards", async () => {
  const port = await freePort();
  await checkPorts(local(port));
  await checkPorts(local(port));
});

test("two settings with the same port are told apart from a stranger's", async () => {
  const port = await freePort();
  const twice = [...local(port), { setting: "MAIL_UI_PORT", port, host: "127.0.0.1" }];
  await expect(checkPorts(twice)).rejects.toThrow(
    `Port ${port} is already taken by PORT: set MAIL_UI_PORT to a free port.`,
  );
});

test("the wished port is kept while it is free and given up when it is not", async () => {
  const free = await freePort();
  expect(await freePort(free)).toBe(free);
  const taken = await occupy("127.0.0.1");
  expect(await freePort(taken)).not.toBe(taken);
});

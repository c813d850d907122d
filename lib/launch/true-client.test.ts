import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cleanRequest, clientAddress, isReadable } from "./true-client.mjs";

test.each([
  ["without a trusted proxy the socket decides", "10.0.0.9", "1.1.1.1", 0, "10.0.0.9"],
  ["one proxy says whom it saw", "10.0.0.9", "6.6.6.6, 1.1.1.1", 1, "1.1.1.1"],
  [
    "two proxies: the outer one's word counts",
    "10.0.0.9",
    "6.6.6.6, 1.1.1.1, 10.0.0.8",
    2,
    "1.1.1.1",
  ],
  ["a shorter chain ends at its first address", "10.0.0.9", "1.1.1.1", 3, "1.1.1.1"],
  ["no chain at all leaves the socket", "::ffff:10.0.0.9", undefined, 1, "10.0.0.9"],
  ["nonsense leaves the socket", "10.0.0.9", "<script>", 1, "10.0.0.9"],
  ["a port is not part of the address", "10.0.0.9", "1.1.1.1:4711", 1, "1.1.1.1"],
  ["nor are brackets", "10.0.0.9", "[2001:db8::1]:4711", 1, "2001:db8::1"],
])("%s", (_, peer, forwarded, proxies, expected) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
});

let server: Server;

beforeAll(async () => {
  server = createServer((incoming, answer) => {
    answer.end(JSON.stringify({ headers: incoming.headers, raw: incoming.rawHeaders }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

async function seen(headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo;
  const text = await new Promise<string>((resolve, reject) => {
    request({ port, host: "127.0.0.1", headers }, (answer) => {
      answer.setEncoding("utf8");
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () => resolve(body));
    })
      .on("error", reject)
      .end();
  });
  return JSON.parse(text) as { headers: Record<string, string>; raw: string[] };
}

test("a client's word on its address, host and Next's inner headers reaches nobody", async () => {
  const { headers, raw } = await seen({
    "X-Client-IP": "6.6.6.6",
    "X-Forwarded-For": "6.6.6.6",
    "X-Forwarded-Host": "evil.test",
    "X-Forwarded-Proto": "https",
    Forwarded: "for=6.6.6.6",
    "X-Real-IP": "6.6.6.6",
    "X-Middleware-Subrequest": "proxy:proxy:proxy",
    "X-Middleware-Next": "1",
    "X-Nextjs-Data": "1",
    "X-Matched-Path": "/admin",
    "X-Now-Route-Matches": "1",
    "X-Invoke-Path": "/admin",
  });
  expect(Object.keys(headers).toSorted()).toEqual(["connection", "host", "x-client-ip"]);
  expect(headers["x-client-ip"]).toBe("127.0.0.1");
  expect(raw.join()).not.toMatch(/6\.6\.6\.6|evil/);
});

test("what Next's own browser code sends goes through", async () => {
  const sent = {
    rsc: "1",
    "next-action": "abc",
    "next-url": "/t/lab",
    "next-router-state-tree": "[]",
    "next-router-prefetch": "1",
    "next-router-segment-prefetch": "/_tree",
    "x-nextjs-request-id": "r",
    "x-nextjs-html-request-id": "h",
  };
  expect((await seen(sent)).headers).toMatchObject(sent);
});

test("a trusted proxy may name host and protocol, and nothing of Next's inside", () => {
  const headers: Record<string, string> = {
    "x-forwarded-for": "6.6.6.6, 1.1.1.1",
    "x-forwarded-host": "gatebook.test",
    "x-forwarded-proto": "https",
    "x-middleware-next": "1",
  };
  const incoming = {
    headers,
    rawHeaders: Object.entries(headers).flat(),
    socket: { remoteAddress: "10.0.0.9" },
  };
  cleanRequest(incoming as unknown as Parameters<typeof cleanRequest>[0], 1);
  expect(headers).toEqual({
    "x-forwarded-for": "6.6.6.6, 1.1.1.1",
    "x-forwarded-host": "gatebook.test",
    "x-forwarded-proto": "https",
    "x-client-ip": "1.1.1.1",
  });
});

test("nobody gets their own headers back by TRACE", async () => {
  const { port } = server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", method: "TRACE" };
    request(options, (answer) => resolve(answer.resume().statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(405);
});

test.each(["/t/%FF", "/catalogue/%E0%A4%A", "/%"])(
  "the address %s is refused as unreadable",
  async (url) => {
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve, reject) => {
      request({ port, host: "127.0.0.1", path: url }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(400);
  },
);

test("every address that a browser writes is readable", () => {
  expect(isReadable("/catalogue/%C3%A9?q=%FF")).toBe(true);
});

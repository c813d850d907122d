import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

let last = 1;

/**
 * Another computer: a browser that uses it as its proxy reaches Gatebook from a network address of
 * its own, so that limits by address can be tried without limiting everybody else. The whole of
 * 127.0.0.0/8 is this machine (on a Mac only after `ifconfig lo0 alias`).
 */
export async function anotherComputer(): Promise<{ proxy: string; stop: () => void }> {
  last += 1;
  const localAddress = `127.0.${process.pid % 200}.${last}`;
  const server = createServer((asked, answer) => {
    const { method, headers, url = "" } = asked;
    const onward = forward(url, { method, headers, localAddress, family: 4 }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Starts the local mailbox on 127.0.0.1. Its mail lies in `dataDir`/mail and survives restarts.
 * @returns stop
 */
export async function startMailbox(
  dataDir: string,
  ports: { page: number; smtp: number },
): Promise<() => Promise<void>> {
  // Loaded here only: an installation for production has no MailDev.
  const { MailDev } = await import("maildev");
  const mailbox = new MailDev({
    smtp: ports.smtp,
    ip: "127.0.0.1",
    web: ports.page,
    webIp: "127.0.0.1",
    mailDirectory: path.join(dataDir, "mail"),
    silent: true,
  });
  // It announces itself whatever it is told; our own words come when all is ready.
  const { info } = console;
  console.info = () => undefined;
  try {
    const { api } = await mailbox.start();
    // Its front page answers only who asks for HTML by name; a plain look whether it is there counts too.
    api?.server.server.prependListener("request", (request) => {
      if (request.url === "/") request.headers.accept = "text/html";
    });
  } finally {
    console.info = info;
  }
  // An open page of the mailbox holds its connection; that must not hold up the stop.
  return () => Promise.race([mailbox.stop(), sleep(1_000, undefined, { ref: false })]);
}

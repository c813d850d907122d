import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** A mail as it arrived: who it was handed over for, and what it says. */
interface ReceivedMail {
  from: string;
  to: string[];
  mail: ParsedMail;
}

/**
 * What befalls a mail once its text is to be sent. `drop`: the line breaks while it comes in.
 * `lose`: it is taken, but the line breaks before the server says so. `hang`: it is neither taken
 * nor refused. A number is the server's reply instead.
 */
export type Mishap = "drop" | "lose" | "hang" | number;

/** A real SMTP server on 127.0.0.1 for tests, which can be told to misbehave. */
export interface TestMailbox {
  url: string;
  received: ReceivedMail[];
  /** The reply code for a recipient, when it is to be refused. */
  refuseRecipient: (address: string) => number | undefined;
  /** Asked for each mail, by its recipient. */
  befall: (address: string) => Mishap | undefined;
  /** Milliseconds that it takes to accept a mail. */
  delay: number;
  /** Goes away, keeping its port free. */
  stop: () => Promise<void>;
  /** Comes back on the same port. */
  start: () => Promise<void>;
}

/** For `befall`: the same for the next so many mails, after which all goes well. */
export function forNext(count: number, mishap: Mishap): () => Mishap | undefined {
  let left = count;
  return () => (left-- > 0 ? mishap : undefined);
}

function refusal(code: number): Error {
  return Object.assign(new Error("No such mailbox here"), { responseCode: code });
}

type Answer = (error?: Error | null) => void;

async function take(
  mailbox: TestMailbox,
  stream: NodeJS.ReadableStream,
  session: SMTPServerSession,
): Promise<void> {
  const mail = await simpleParser(stream as Parameters<typeof simpleParser>[0]);
  await sleep(mailbox.delay);
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom ? mailFrom.address : "";
  mailbox.received.push({ from, to: rcptTo.map(({ address }) => address), mail });
}

function serve(mailbox: TestMailbox): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const code = mailbox.refuseRecipient(address);
      done(code ? refusal(code) : null);
    },
    onData(stream, session, done: Answer) {
      const mishap = mailbox.befall(session.envelope.rcptTo[0]?.address ?? "");
      if (mishap === undefined) return void take(mailbox, stream, session).then(() => done(), done);
      if (mishap === "lose") return void take(mailbox, stream, session).then(hangUp, done);
      if (mishap === "drop") return hangUp();
      stream.resume();
      if (mishap !== "hang") stream.once("end", () => done(refusal(mishap)));

      function hangUp() {
        for (const connection of server.connections) {
          if (connection.id === session.id) connection.close();
        }
      }
    },
  });
  return server;
}

/** Opens a mailbox on a free port. */
export async function openMailbox(): Promise<TestMailbox> {
  let server: SMTPServer | undefined;
  let port = 0;
  const mailbox: TestMailbox = {
    url: "",
    received: [],
    refuseRecipient: () => undefined,
    befall: () => undefined,
    delay: 0,
    stop: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
    start: () =>
      new Promise((resolve, reject) => {
        const next = serve(mailbox);
        server = next;
        // Later ones, which tell of a client that broke off, find the promise kept and are nobody's.
        next.on("error", reject);
        next.listen(port, "127.0.0.1", () => {
          ({ port } = next.server.address() as AddressInfo);
          mailbox.url = `smtp://127.0.0.1:${port}`;
          resolve();
        });
      }),
  };
  await mailbox.start();
  return mailbox;
}

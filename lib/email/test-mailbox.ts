import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** A mail as it arrived: who it was handed over for, and what it says. */
export interface ReceivedMail {
  from: string;
  to: string[];
  mail: ParsedMail;
}

/** A real SMTP server on 127.0.0.1 for tests, which can be told to misbehave. */
export interface TestMailbox {
  url: string;
  received: ReceivedMail[];
  /** The reply code for a recipient, when it is to be refused. */
  refuseRecipient: (address: string) => number | undefined;
  /** Take the next so many mails, but hang up instead of saying so. */
  loseAnswers: number;
  /** Goes away, keeping its port free. */
  stop: () => Promise<void>;
  /** Comes back on the same port. */
  start: () => Promise<void>;
}

function refusal(code: number): Error {
  return Object.assign(new Error("No such mailbox here"), { responseCode: code });
}

async function take(
  mailbox: TestMailbox,
  stream: NodeJS.ReadableStream,
  session: SMTPServerSession,
): Promise<void> {
  const mail = await simpleParser(stream as Parameters<typeof simpleParser>[0]);
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
    onData(stream, session, done) {
      take(mailbox, stream, session).then(() => {
        if (mailbox.loseAnswers === 0) return done();
        mailbox.loseAnswers--;
        for (const connection of server.connections) connection.close();
      }, done);
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
    loseAnswers: 0,
    stop: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
    start: () =>
      new Promise((resolve, reject) => {
        const next = serve(mailbox);
        server = next;
        next.once("error", reject);
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

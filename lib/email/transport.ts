import { createTransport, type NodemailerError } from "nodemailer";
import { parseAddress } from "../team/address";
import { nameLine } from "./one-line";
import type { RenderedMail } from "./render";

/** One mail to one person. */
export interface OutgoingMail extends RenderedMail {
  to: { name: string; address: string };
  /** Same on every attempt, so that a mail sent twice is one mail to its reader. */
  messageId: string;
  /** Where a mail program ends such mails for its reader, with one click and without a page. */
  unsubscribeUrl?: string;
  /** The dates that it is about, as the text of a calendar file. */
  calendar?: string;
}

/**
 * What became of a mail. `refused`: this mail will never reach its one recipient. `later`: the
 * server put it off. `away`: the server was not reached, or does not serve us; the mail may even
 * have gone.
 */
export type Delivery = { state: "sent" } | { state: "refused" | "later" | "away"; reason: string };

interface Sender {
  name: string;
  address: string;
}

/** Sends mail over one pool of connections. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}

const SECOND = 1_000;
/** Longest time one mail may take, in milliseconds; a server that stalls longer counts as away. */
export const SEND_LIMIT = 20 * SECOND;
/** Mails that one process sends at the same time. */
export const CONNECTIONS = 5;

/**
 * Opens the way to a mail server. Nothing is connected before the first mail.
 * @param settings.smtpUrl `smtp://` or `smtps://`, with user and password where the server asks
 * @param settings.from sender, as `Gatebook <gatebook@example.org>` or a bare address
 * @param settings.limit the longest time one mail may take, in milliseconds
 */
export function openMailer(settings: { smtpUrl: string; from: string; limit?: number }): Mailer {
  const from = parseSender(settings.from);
  const { limit: milliseconds = SEND_LIMIT } = settings;
  const pool = createTransport(poolOf(settings.smtpUrl));
  const composer = createTransport({ streamTransport: true, buffer: true, ...SHUT });
  return {
    async send(mail) {
      // The strict check, again: whatever way an address came into the row, it names one mailbox.
      const address = parseAddress(mail.to.address);
      if (!address) return { state: "refused", reason: "The address is not one plain address." };
      const limit = new AbortController();
      // Not AbortSignal.timeout, whose timers go on for all the mails that are long sent.
      const timer = setTimeout(() => limit.abort(), milliseconds);
      try {
        // Put together before it asks for a connection, which would idle meanwhile.
        const { envelope, ...message } = messageOf(mail, from, address);
        const { message: raw } = await composer.sendMail(message);
        await pool.sendMail({ envelope, raw, signal: limit.signal });
        return { state: "sent" };
      } catch (error) {
        return failureOf(error as NodemailerError);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => pool.close({ force: true }),
  };
}

/** Nothing that a mail says makes us read a file or an address. */
const SHUT = { disableFileAccess: true, disableUrlAccess: true } as const;

/** The pool of connections to a mail server. */
export function poolOf(smtpUrl: string) {
  return {
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 0,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    dnsTimeout: 10 * SECOND,
    socketTimeout: SEND_LIMIT,
    ...SHUT,
  } as const;
}

/**
 * A mail as it goes to one address.
 * @param address checked: it is that of the envelope too
 */
export function messageOf(mail: OutgoingMail, from: Sender, address: string) {
  return {
    from,
    to: { name: nameLine(mail.to.name), address },
    envelope: { from: from.address, to: address },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    headers: headersOf(mail),
    attachments: attachmentsOf(mail),
  };
}

/** Marks of automatic mail, and where it can be ended with one click (RFC 8058). */
function headersOf({ unsubscribeUrl }: OutgoingMail) {
  return {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    ...(unsubscribeUrl && {
      // As it stands: not every mail program puts a folded address together again.
      "List-Unsubscribe": { prepared: true, value: `<${new URL(unsubscribeUrl).href}>` },
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

function attachmentsOf({ calendar: content }: OutgoingMail) {
  if (!content) return [];
  const contentType = "text/calendar; charset=utf-8; method=PUBLISH";
  return [{ filename: "gatebook.ics", contentType, content }];
}

/** The parts of a sender; the address goes into the envelope as well. */
export function parseSender(from: string): Sender {
  const named = /^(.*)<([^<>]*)>\s*$/.exec(from);
  const address = parseAddress(named?.[2] ?? from);
  if (!address)
    throw new Error("MAIL_FROM must be an address like Gatebook <gatebook@example.org>");
  return { name: nameLine(named?.[1] ?? "").replace(/^"(.*)"$/, "$1"), address };
}

/**
 * A final no counts against the mail only where the server judged its recipient or its content;
 * a refused login, sender or connection is the operator's to mend, and the mail waits for that.
 */
function failureOf(error: NodemailerError): Delivery {
  const reason = (error.response ?? error.message).slice(0, 500);
  const judged = error.command === "RCPT TO" || error.command === "DATA";
  if (!judged || error.responseCode === undefined || error.responseCode === 421) {
    return { state: "away", reason };
  }
  return { state: error.permanent ? "refused" : "later", reason };
}

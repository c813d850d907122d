import { expect } from "@playwright/test";

/** A mail as it lies in the mailbox. */
export type Mail = {
  id: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  to: { address: string; name?: string }[];
};

/** The local mailbox of an instance, read as its page reads it. */
export class Mailbox {
  constructor(private readonly url: string) {}

  /** All mail to an address, oldest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const query = new URLSearchParams({ "to.address": address, sort: "asc" });
    const answer = await fetch(`${this.url}/api/email?${query}`);
    if (!answer.ok) throw new Error(`The mailbox answers ${answer.status}.`);
    return answer.json();
  }

  /** Waits until so many mails lie there, and gives them, oldest first. */
  async awaitMails(address: string, count: number): Promise<Mail[]> {
    let mails: Mail[] = [];
    await expect
      .poll(
        async () => {
          mails = await this.mailsTo(address);
          return mails.length;
        },
        { message: `mail to ${address}`, intervals: [50, 100, 200], timeout: 30_000 },
      )
      .toBeGreaterThanOrEqual(count);
    return mails;
  }

  /** The newest mail to an address, once there is one. */
  async lastMailTo(address: string): Promise<Mail> {
    const mails = await this.awaitMails(address, 1);
    return mails.at(-1) as Mail;
  }

  /** A mail as it came over the wire: headers and all parts. */
  async sourceOf(mail: Mail): Promise<string> {
    return (await fetch(`${this.url}/api/email/${mail.id}/source`)).text();
  }
}

/** The one link of a mail that leads into Gatebook, from its text part; apart from the one that ends such mail. */
export function linkIn(mail: Mail): string {
  const links = mail.text.match(/https?:\/\/[^\s<>\])]+/g) ?? [];
  // Rules name their sources, which lie elsewhere.
  const own = links.filter((each) => new URL(each).hostname === "localhost");
  const [link, ...others] = new Set(own.filter((each) => !each.includes("/api/unsubscribe?")));
  expect(others, "a mail leads to one place").toEqual([]);
  return link ?? "";
}

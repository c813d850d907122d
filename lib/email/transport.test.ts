import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forNext, openMailbox, type TestMailbox } from "./test-mailbox";
import { type Mailer, openMailer, parseSender } from "./transport";

let mailbox: TestMailbox;
let mailer: Mailer;

beforeEach(async () => {
  mailbox = await openMailbox();
  mailer = openMailer({ smtpUrl: mailbox.url, from: "Gatebook <gatebook@lab.test>" });
});

afterEach(async () => {
  mailer.close();
  await mailbox.stop();
});

function mailTo(address: string, name = "Ana") {
  return {
    subject: "Äccess ends",
    html: "<p>Hello</p>",
    text: "Hello",
    to: { name, address },
    messageId: "<1@lab.test>",
  };
}

describe("sending a mail", () => {
  test("hands over one recipient, both parts, our Message-ID and the marks of automatic mail", async () => {
    expect(await mailer.send(mailTo("ana@lab.test"))).toEqual({ state: "sent" });
    const [{ from, to, mail } = expect.fail()] = mailbox.received;
    expect([from, to]).toEqual(["gatebook@lab.test", ["ana@lab.test"]]);
    expect(mail.subject).toBe("Äccess ends");
    expect(mail.messageId).toBe("<1@lab.test>");
    expect(mail.text).toContain("Hello");
    expect(mail.html).toContain("<p>Hello</p>");
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.get("x-auto-response-suppress")).toBe("All");
  });

  test("says how to end such mails with one click, where they can be ended, and carries its dates", async () => {
    const unsubscribeUrl = `https://gatebook.lab.test/unsubscribe?token=${"a".repeat(120)}`;
    const calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Äccess ends\r\nEND:VCALENDAR\r\n";
    await mailer.send({ ...mailTo("ana@lab.test"), unsubscribeUrl, calendar });
    await mailer.send(mailTo("bo@lab.test"));
    const [first = expect.fail(), second = expect.fail()] = mailbox.received;
    const lines = (mail: typeof first.mail) =>
      mail.headerLines.filter(({ key }) => key.startsWith("list-")).map(({ line }) => line);
    expect(lines(first.mail)).toEqual([
      `List-Unsubscribe: <${unsubscribeUrl}>`,
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ]);
    const [file = expect.fail()] = first.mail.attachments;
    expect([file.filename, file.contentType]).toEqual(["gatebook.ics", "text/calendar"]);
    expect(file.headers.get("content-type")).toMatchObject({
      params: { charset: "utf-8", method: "PUBLISH" },
    });
    expect(file.content.toString("utf8")).toBe(calendar);
    expect([lines(second.mail), second.mail.attachments]).toEqual([[], []]);
  });

  test("keeps a hostile name from adding a header or a recipient", async () => {
    await mailer.send(mailTo("ana@lab.test", '"Ana", eve@evil.test\r\nBcc: eve@evil.test'));
    const [{ to, mail } = expect.fail()] = mailbox.received;
    expect(to).toEqual(["ana@lab.test"]);
    expect(mail.headers.has("bcc")).toBe(false);
    expect(mail.to).toMatchObject({ value: [{ address: "ana@lab.test" }] });
  });

  test.each([
    "ana@lab.test, eve@evil.test",
    "ana@lab.test\r\nRCPT TO:<eve@evil.test>",
    "team: ana@lab.test, eve@evil.test;",
    "ana@lab.test(x).evil.test",
    "ana@lab.test＠evil.test",
    '"ana@lab.test"@evil.test',
  ])("refuses the address %j without asking the server", async (address) => {
    expect(await mailer.send(mailTo(address))).toMatchObject({ state: "refused" });
    expect(mailbox.received).toEqual([]);
  });
});

describe("a mail that cannot be sent", () => {
  test("is refused when the server refuses its recipient for good, and later otherwise", async () => {
    mailbox.refuseRecipient = (address) => (address.startsWith("gone") ? 550 : 450);
    expect(await mailer.send(mailTo("gone@lab.test"))).toMatchObject({ state: "refused" });
    expect(await mailer.send(mailTo("full@lab.test"))).toMatchObject({ state: "later" });
  });

  test("waits while the server is away, and goes over the same pool when it is back", async () => {
    await mailbox.stop();
    expect(await mailer.send(mailTo("ana@lab.test"))).toMatchObject({ state: "away" });
    await mailbox.start();
    expect(await mailer.send(mailTo("ana@lab.test"))).toEqual({ state: "sent" });
  });

  test("is refused when the server refuses its text for good, and waits when the line breaks", async () => {
    for (const [mishap, state] of [
      [554, "refused"],
      [451, "later"],
      ["drop", "away"],
    ] as const) {
      mailbox.befall = forNext(1, mishap);
      expect(await mailer.send(mailTo("ana@lab.test"))).toMatchObject({ state });
    }
    expect(mailbox.received).toEqual([]);
  });

  test("waits when the server takes it and hangs up before saying so", async () => {
    mailbox.befall = forNext(1, "lose");
    expect(await mailer.send(mailTo("ana@lab.test"))).toMatchObject({ state: "away" });
    expect(await mailer.send(mailTo("ana@lab.test"))).toEqual({ state: "sent" });
    expect(mailbox.received.map(({ mail }) => mail.messageId)).toEqual([
      "<1@lab.test>",
      "<1@lab.test>",
    ]);
  });
});

test("the sender is read from both spellings and must be one plain address", () => {
  expect(parseSender("Gatebook <gatebook@lab.test>")).toEqual({
    name: "Gatebook",
    address: "gatebook@lab.test",
  });
  expect(parseSender("gatebook@lab.test")).toEqual({ name: "", address: "gatebook@lab.test" });
  expect(() => parseSender("Gatebook <a@lab.test, b@lab.test>")).toThrow("MAIL_FROM");
});

import path from "node:path";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { openMailbox, type TestMailbox } from "@/lib/email/test-mailbox";
import { type Postgres, startPostgres } from "@/lib/launch/postgres";
import { invite, newAddress, newTeam, signIn } from "./app";
import { workersToday } from "./calendar";
import { freeSettings, type Instance, newDataDir, remove, startInstance } from "./instance";
import { type Mail, Mailbox } from "./mailbox";
import * as request from "./request";
import { test as base, expect } from "./test";

/** What is wrong with the servers is said by them, not by the test. */
const AWAY = /503 \(Service Unavailable\)/;

/** A mail server of our own, read like the local mailbox. */
class OwnMailbox extends Mailbox {
  constructor(private readonly server: TestMailbox) {
    super(server.url);
  }

  override async mailsTo(address: string): Promise<Mail[]> {
    const mails = this.server.received.filter(({ to }) => to.includes(address));
    return mails.map(({ mail, to }, index) => ({
      id: String(index),
      subject: mail.subject ?? "",
      text: mail.text ?? "",
      html: mail.html || "",
      headers: {},
      to: to.map((one) => ({ address: one })),
    }));
  }
}

/** A Gatebook on servers that can be taken away without anybody else noticing. */
type Servers = {
  smtp: TestMailbox;
  postgres: Postgres;
  gatebook: Instance;
  /** Starts PostgreSQL again on its data, where it was. */
  bringBack: () => Promise<void>;
};

const test = base.extend<object, { servers: Servers }>({
  servers: [
    async ({ browserName: _ }, use) => {
      const folder = newDataDir();
      const startDatabase = () => startPostgres(path.join(folder, "database"), { durable: false });
      const smtp = await openMailbox();
      const postgres = await startDatabase();
      const gatebook = await startInstance({
        ...(await freeSettings(folder)),
        DATABASE_URL: postgres.appUrl,
        DATABASE_OWNER_URL: postgres.ownerUrl,
        SMTP_URL: smtp.url,
        MAIL_FROM: "Gatebook <gatebook@lab.example.org>",
        NEXTAUTH_SECRET: "for-tests-only-0123456789-0123456789",
      });
      const servers: Servers = {
        smtp,
        postgres,
        gatebook,
        bringBack: async () => {
          servers.postgres = await startDatabase();
        },
      };
      await use(servers);
      await gatebook.stop();
      await servers.postgres.stop();
      await smtp.stop();
      remove(folder);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: ({ servers }, use) => use(servers.gatebook.address),
  mailbox: ({ servers }, use) => use(new OwnMailbox(servers.smtp)),
});

// One after the other: both use the same servers, and the first must not lose its database.
test.describe.configure({ mode: "default" });

/** Signs somebody new in, makes a team and files a request; the approval comes next. Gives the team. */
async function file(page: Page, mailbox: Mailbox, ana: string): Promise<string> {
  await signIn(page, mailbox, ana);
  const team = await newTeam(page, "Ana lab");
  await request.requestAccess(page, "https://physionet.org/content/ct-ich/1.3.1/");
  await request.tick(page, "This person has read the agreement of this version");
  await request.saveDraft(page);
  await request.submit(page);
  await request.record(page, "Mark as submitted at PhysioNet");
  return team;
}

test("without a mail server moving is quick, and the mail comes when the server is back", async ({
  page,
  mailbox,
  servers,
}) => {
  const ana = newAddress("ana");
  const team = await file(page, mailbox, ana);
  await servers.smtp.stop();
  const start = performance.now();
  await request.recordApproval(page, "Record approval: agreement signed", {
    endsOn: addDays(workersToday(), 30),
  });
  expect(performance.now() - start).toBeLessThan(10_000);
  // Unlike a reminder, which may wait for the morning, an invitation goes at once.
  const bo = newAddress("bo");
  await invite(page, team, bo, "Member");
  expect(await mailbox.mailsTo(bo)).toEqual([]);
  await servers.smtp.start();
  const [invitation, ...more] = await mailbox.awaitMails(bo, 1);
  expect(invitation?.subject).toContain("invites you to Ana lab");
  expect(more).toEqual([]);
});

test("without its database Gatebook says so, and recovers by itself", async ({
  page,
  mailbox,
  servers,
  watch,
}) => {
  watch.expect(AWAY);
  const ana = newAddress("ana");
  await signIn(page, mailbox, ana);
  await newTeam(page, "Ana lab, outage");
  await request.requestAccess(page, "egas00000000083");
  await request.write(page, "Title in Gatebook", "Before the outage");
  await request.saveDraft(page);

  await servers.postgres.stop();
  const health = () => page.request.get("/api/health");
  await expect.poll(async () => (await health()).status()).toBe(503);
  expect(await (await health()).json()).toMatchObject({ status: "unwell", database: "down" });
  for (const address of ["/", "/catalogue", "/sign-in", "/t/ana-lab-outage"]) {
    const answer = await page.request.get(address);
    expect.soft(answer.status(), address).toBe(503);
    expect.soft(Number(answer.headers()["retry-after"]), address).toBeGreaterThan(0);
    expect.soft(await answer.text(), address).toContain("cannot reach its database");
  }
  const inGerman = await page.request.get("/", { headers: { "Accept-Language": "de-AT" } });
  expect(await inGerman.text()).toContain("erreicht seine Datenbank gerade nicht");
  await request.write(page, "Title in Gatebook", "During the outage");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Not saved: no answer. Trying again.")).toBeVisible();

  await servers.bringBack();
  await expect.poll(async () => (await health()).status(), { timeout: 30_000 }).toBe(200);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Title in Gatebook" })).toHaveValue(
    "During the outage",
  );
  await page.context().clearCookies();
  await signIn(page, mailbox, ana);
  await expect(page).toHaveURL("/t/ana-lab-outage");
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Job, Visitor } from "../team/actor";
import { LIMITS } from "./limits";
import {
  askForSignInLink,
  confirmSignIn,
  isSignInLinkUsable,
  LINK_MINUTES,
  mintSignInToken,
} from "./sign-in";
import { asJob } from "./transaction";

const START = Date.parse("2026-11-22T09:00:00Z");
const at = (minutes: number) => new Date(START + minutes * 60_000);
const visitor = (minutes = 0, ip = "192.0.2.1"): Visitor => ({
  kind: "visitor",
  ip,
  now: at(minutes),
});

let superuser: PrismaClient;
let addresses = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** Somebody nobody knows, on a computer of their own. */
function stranger() {
  const number = ++addresses;
  return { email: `stranger-${number}@example.org`, ip: `198.51.100.${number}` };
}

async function ask(who: { email: string; ip: string }, minutes = 0, callbackPath = "/") {
  await askForSignInLink(visitor(minutes, who.ip), { email: who.email, callbackPath });
  return superuser.signInLink.findFirstOrThrow({
    where: { email: who.email },
    orderBy: { createdAt: "desc" },
  });
}

async function mint(linkId: string, minutes = 0): Promise<string | null> {
  const job: Job = { kind: "job", name: "deliver_notices", now: at(minutes) };
  const minted = await asJob(job, (tx) => mintSignInToken(tx, job, linkId));
  return minted && new URL(minted.url).searchParams.get("token");
}

async function askAndMint(who: { email: string; ip: string }, minutes = 0, callbackPath = "/") {
  const token = await mint((await ask(who, minutes, callbackPath)).id, minutes);
  if (token === null) throw new Error("no token");
  return token;
}

const REFUSED = { code: "INVALID" };

describe("asking for a sign-in link", () => {
  it("writes the link, its message and the job that sends it, and no token", async () => {
    const link = await ask(stranger());
    expect(link.tokenHash).toBeNull();
    expect(
      await superuser.notice.findUniqueOrThrow({ where: { key: `sign_in:${link.id}` } }),
    ).toMatchObject({
      kind: "sign_in",
      subjectId: link.id,
      toAddress: link.email,
      teamId: null,
      state: "pending",
    });
    const jobs = await superuser.$queryRaw<{ n: bigint }[]>`
      select count(*) as n from graphile_worker.jobs where key = 'deliver_notices'`;
    expect(jobs[0]?.n).toBe(1n);
  });

  it("does the same for an address that has an account", async () => {
    const who = stranger();
    await superuser.user.create({ data: { email: who.email } });
    const link = await ask(who);
    expect(await superuser.notice.count({ where: { subjectId: link.id } })).toBe(1);
  });

  it("is limited per address, whatever computer asks, until the window has passed", async () => {
    const { email } = stranger();
    const { count, window } = LIMITS.signInOfAddress;
    for (let i = 0; i < count; i++) await ask({ email, ip: `203.0.113.${i}` });
    const refusal = askForSignInLink(visitor(1, "203.0.113.99"), { email, callbackPath: "/" });
    await expect(refusal).rejects.toMatchObject({
      code: "LIMITED",
      message: "Too many tries. Try again in 14 minutes.",
    });
    await ask({ email, ip: "203.0.113.99" }, window / 60_000);
  });

  it("is limited per computer, whatever address is asked for", async () => {
    const ip = "203.0.113.200";
    for (let i = 0; i < LIMITS.signInFromIp.count; i++) await ask({ ...stranger(), ip });
    await expect(ask({ ...stranger(), ip })).rejects.toMatchObject({ code: "LIMITED" });
  });

  it("never stops a whole institution behind one address, whose people use their links", async () => {
    const ip = "203.0.113.201";
    for (let i = 0; i <= LIMITS.confirmFromIp.count; i++) {
      const token = await askAndMint({ ...stranger(), ip });
      await confirmSignIn(visitor(0, ip), token);
    }
  });

  it("says the same to known and unknown addresses when limited", async () => {
    const [known, unknown] = [stranger(), stranger()];
    await superuser.user.create({ data: { email: known.email } });
    const answers = [];
    for (const who of [known, unknown]) {
      for (let i = 0; i < LIMITS.signInOfAddress.count; i++) await ask(who);
      answers.push(await ask(who).catch((error: Error) => error.message));
    }
    expect(answers[0]).toBe(answers[1]);
  });
});

describe("a sign-in link", () => {
  it("keeps only the hash of its token, of 256 bits", async () => {
    const token = await askAndMint(stranger());
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = JSON.stringify(await superuser.signInLink.findMany());
    expect(rows).not.toContain(token);
  });

  it("is the same when its mail has to be written again", async () => {
    const link = await ask(stranger());
    expect(await mint(link.id, 2)).toBe(await mint(link.id));
  });

  it("signs a new address in, creates its user and returns to the page asked for", async () => {
    const who = stranger();
    const token = await askAndMint(who, 0, "/catalogue?q=ega");
    const arrival = await confirmSignIn(visitor(14, who.ip), token);
    expect(arrival).toMatchObject({ path: "/catalogue?q=ega", user: { email: who.email } });
    const stored = await superuser.user.findUniqueOrThrow({ where: { email: who.email } });
    expect(stored.emailVerified).toEqual(at(14));
  });

  it("never returns to another site", async () => {
    const who = stranger();
    const token = await askAndMint(who, 0, "//evil.test/");
    expect((await confirmSignIn(visitor(), token)).path).toBe("/");
  });

  it("finds the user of a known address again and gives each sign-in a new session", async () => {
    const who = stranger();
    const first = await confirmSignIn(visitor(), await askAndMint(who));
    const second = await confirmSignIn(visitor(1), await askAndMint(who, 1));
    expect(second.user.userId).toBe(first.user.userId);
    expect(second.sessionToken).not.toBe(first.sessionToken);
  });

  it("works once, also when pressed five times at once", async () => {
    const token = await askAndMint(stranger());
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => confirmSignIn(visitor(1), token)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirmSignIn(visitor(2), token)).rejects.toMatchObject(REFUSED);
  });

  it("is not used up by looking at its page", async () => {
    const token = await askAndMint(stranger());
    for (let i = 0; i < 3; i++) expect(await isSignInLinkUsable(visitor(), token)).toBe(true);
    await confirmSignIn(visitor(), token);
    expect(await isSignInLinkUsable(visitor(), token)).toBe(false);
  });

  it("ends 15 minutes after its mail was written", async () => {
    const link = await ask(stranger());
    const token = (await mint(link.id, 60)) ?? "";
    expect(await isSignInLinkUsable(visitor(60 + LINK_MINUTES - 1), token)).toBe(true);
    expect(await isSignInLinkUsable(visitor(60 + LINK_MINUTES), token)).toBe(false);
    const late = confirmSignIn(visitor(60 + LINK_MINUTES), token);
    await expect(late).rejects.toMatchObject(REFUSED);
  });

  it("ends when a newer one is asked for, and gets no mail any more", async () => {
    const who = stranger();
    const older = await ask(who);
    const token = (await mint(older.id)) ?? "";
    const newer = await ask(who, 1);
    expect(await mint(older.id, 1)).toBeNull();
    await expect(confirmSignIn(visitor(1), token)).rejects.toMatchObject(REFUSED);
    expect(await mint(newer.id, 1)).not.toBeNull();
  });

  it("is not written to a mail server that comes back after a day, nor once it is used", async () => {
    const waiting = await ask(stranger());
    expect(await mint(waiting.id, 24 * 60)).toBeNull();
    const used = await ask(stranger());
    await confirmSignIn(visitor(), (await mint(used.id)) ?? "");
    expect(await mint(used.id)).toBeNull();
  });

  it.each([
    ["empty", ""],
    ["short", "x"],
    ["long", "x".repeat(10_000)],
    ["of a query", "' or 1=1 --"],
    ["of a NUL", "\u0000"],
  ])("with a token that is %s is refused", async (_what, token) => {
    await expect(confirmSignIn(visitor(), token)).rejects.toMatchObject(REFUSED);
  });

  it("that is used gives the address its tries back: who reads their mail is never locked out", async () => {
    const who = stranger();
    for (let round = 0; round < 2 * LIMITS.signInOfAddress.count; round++) {
      await confirmSignIn(visitor(round, who.ip), await askAndMint(who, round));
    }
  });
});

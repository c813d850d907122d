import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { askForLink, followLink, newAddress, newLink, newTeam, signIn } from "./app";
import { checkPage } from "./page-check";
import { sharedInstance } from "./shared-instance";
import { expect, test } from "./test";

const USED = "This link no longer works";

test("the whole way in is accessible", async ({ page, mailbox }) => {
  const address = newAddress("ana");
  await page.goto("/sign-in");
  await checkPage(page);
  const link = await newLink(page, mailbox, address);
  await checkPage(page);
  await page.goto(link);
  await checkPage(page);
  await followLink(page, link);
  await expect(page.getByRole("heading", { name: "Welcome to Gatebook" })).toBeVisible();
  await checkPage(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: USED })).toBeVisible();
  await checkPage(page);
});

test("the mail says what the link is for, in HTML and in plain text", async ({ page, mailbox }) => {
  const address = newAddress("ana");
  const link = await newLink(page, mailbox, address);
  const mail = await mailbox.lastMailTo(address);
  expect(mail.subject).toBe("Your sign-in link for Gatebook");
  expect(mail.html).toContain(link);
  expect(mail.text).toContain("It works once");
  expect(await mailbox.sourceOf(mail)).toMatch(/multipart\/alternative/);
});

test("link scanners do not use the link up", async ({ page, mailbox, request, somebodyElse }) => {
  const link = await newLink(page, mailbox, newAddress("ana"));
  await request.head(link);
  await request.get(link);
  const scanner = await somebodyElse();
  await scanner.goto(link);
  await scanner.waitForLoadState("networkidle");
  await scanner.mouse.move(640, 450);
  await followLink(page, link);
  await expect(page).toHaveURL("/welcome");
});

test("a link works once", async ({ page, mailbox, somebodyElse }) => {
  const link = await newLink(page, mailbox, newAddress("ana"));
  const late = await somebodyElse();
  await late.goto(link);
  await followLink(page, link);
  await late.getByRole("button", { name: "Sign in" }).click();
  await expect(late.getByRole("alert").filter({ hasText: USED })).toBeVisible();
  await late.goto("/welcome");
  await expect(late).toHaveURL(/\/sign-in\?callbackUrl=/);
});

test("of several links only the newest works", async ({ page, mailbox }) => {
  const address = newAddress("ana");
  const first = await newLink(page, mailbox, address);
  const second = await newLink(page, mailbox, address);
  await page.goto(first);
  await expect(page.getByRole("heading", { name: USED })).toBeVisible();
  await followLink(page, second);
  await expect(page).toHaveURL("/welcome");
});

test("known and unknown addresses get the same answer", async ({ page, mailbox, somebodyElse }) => {
  const known = newAddress("ana");
  await signIn(page, mailbox, known);
  const visitor = await somebodyElse();
  const answers = [];
  for (const address of [known, newAddress("nobody")]) {
    await askForLink(visitor, address);
    answers.push([visitor.url(), await visitor.getByRole("main").ariaSnapshot()]);
  }
  expect(answers[0]).toEqual(answers[1]);
});

test("signing out ends the session, also for whoever kept its cookie", async ({
  page,
  mailbox,
  somebodyElse,
}) => {
  await signIn(page, mailbox, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, signing out");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /^Account: / }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/");
  const thief = await somebodyElse();
  await thief.context().addCookies(cookies);
  for (const window of [page, thief]) {
    await window.goto(`/t/${team}`);
    await expect(window).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(`/t/${team}`)}`);
  }
});

test("the session's cookie is out of reach for scripts and other sites", async ({
  page,
  mailbox,
}) => {
  await signIn(page, mailbox, newAddress("ana"));
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("after signing in one is where one wanted to go", async ({ page, mailbox }) => {
  const address = newAddress("ana");
  await page.goto("/welcome");
  await expect(page).toHaveURL("/sign-in?callbackUrl=%2Fwelcome");
  await signIn(page, mailbox, address, "/sign-in?callbackUrl=%2Fcatalogue%3Fq%3Dphs000821");
  await expect(page).toHaveURL("/catalogue?q=phs000821");
});

test("no spelling of another site as the way back leaves this one", async ({
  page,
  mailbox,
  baseURL,
  watch,
}) => {
  watch.expect(/404 \(Not Found\)/);
  const address = newAddress("ana");
  const isHere = (spelling: string) =>
    expect(page.url().startsWith(`${baseURL}/`), `${spelling} leads to ${page.url()}`).toBe(true);
  for (const spelling of ["https://evil.example/", "/\\evil.example/", "/%09/evil.example/"]) {
    await page.context().clearCookies();
    await signIn(page, mailbox, address, `/sign-in?callbackUrl=${encodeURIComponent(spelling)}`);
    isHere(spelling);
  }
  // Whoever is signed in already is sent on at once.
  const spellings = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "/%09/evil.example/",
    "/\t/evil.example/",
    "/%2Fevil.example/",
    "javascript:alert(1)",
    "data:text/html,hello",
    "https:evil.example",
    "http://localhost@evil.example/",
    "/..//evil.example/",
    "/sign-in/../..//evil.example",
  ];
  for (const spelling of spellings) {
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(spelling)}`);
    isHere(spelling);
  }
});

const LIMITED = /^Too many tries\. Try again in \d+ minutes?\.$/;

/** Asks for a link without waiting for what the page answers. */
async function press(page: Page, address: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(address);
  await page.getByRole("button", { name: "Send sign-in link" }).click();
}

test("asking for one address again and again is limited, whoever one claims to be", async ({
  somebodyElse,
  mailbox,
}) => {
  const impatient = await somebodyElse({ onAnotherComputer: true });
  const victim = newAddress("victim");
  for (let times = 1; times <= 12; times++) {
    await impatient.setExtraHTTPHeaders({ "X-Forwarded-For": `203.0.113.${times}` });
    await press(impatient, victim);
    const answer = impatient.getByRole("heading", { name: "Check your mail" });
    const refusal = impatient.getByRole("alert").filter({ hasText: LIMITED });
    await expect(times <= 5 ? answer : refusal, `attempt ${times}`).toBeVisible();
  }
  expect((await mailbox.mailsTo(victim)).length).toBeLessThanOrEqual(5);
});

test("one computer asking for many addresses is limited, and nobody else is", async ({
  page,
  mailbox,
  somebodyElse,
}) => {
  const spammer = await somebodyElse({ onAnotherComputer: true });
  const refusal = spammer.getByRole("alert").filter({ hasText: LIMITED });
  for (let times = 1; times <= 21; times++) {
    await press(spammer, newAddress(`guess ${times}`));
    const answer = spammer.getByRole("heading", { name: "Check your mail" });
    await expect(times <= 20 ? answer : refusal, `attempt ${times}`).toBeVisible();
  }
  await signIn(page, mailbox, newAddress("ana"));
});

test("whoever wrongly names the host of the site does not get it into a mail", async ({
  somebodyElse,
  mailbox,
  baseURL,
}) => {
  const visitor = await somebodyElse();
  await visitor.setExtraHTTPHeaders({
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    Forwarded: "host=evil.example",
  });
  const link = await newLink(visitor, mailbox, newAddress("ana"));
  expect(new URL(link).origin).toBe(baseURL);
});

test("addresses that mail servers read as several, or as another, are refused", async ({
  page,
}) => {
  for (const address of [
    "",
    "ana",
    "ana@lab.example.org, eve@evil.example",
    "team: ana@lab.example.org, eve@evil.example;",
    "ana@lab.example.org(x).evil.example",
    "ana@lab.example.org\uFF20evil.example",
    "ana@lab.example.org\nBcc: eve@evil.example",
    '"ana"@lab.example.org',
    `${"a".repeat(300)}@lab.example.org`,
  ]) {
    await press(page, address);
    const field = page.getByLabel("Email");
    await expect(field, address).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("alert").filter({ hasText: "Enter " })).toBeVisible();
  }
});

test("what the server writes down holds neither links nor addresses of people", async ({
  page,
  mailbox,
}) => {
  const address = newAddress("ana");
  const link = await newLink(page, mailbox, address);
  await followLink(page, link);
  const log = readFileSync(sharedInstance().logFile, "utf8");
  expect(log).not.toContain(new URL(link).searchParams.get("token"));
  expect(log).not.toContain(address);
});

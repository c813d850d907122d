import { randomUUID } from "node:crypto";
import type { APIResponse, Page } from "@playwright/test";
import { newAddress } from "./app";
import { joinAs, newTeamOf } from "./beginnings";
import * as request from "./request";
import { expect, test } from "./test";

const NOBODYS = "no-such-team";
const PDF = Buffer.from("%PDF-1.7\nSomebody's secret\n%%EOF\n");

/** Makes a team with one begun request and one document; gives the address of each. */
async function teamWithSecrets(page: Page, team: string) {
  await request.requestAccess(page, "mimiciv/3.1");
  await request.write(page, "Title in Gatebook", "A secret plan");
  const number = await request.saveDraft(page);
  const document = randomUUID();
  const sent = await upload(page, team, document);
  expect(sent.status()).toBe(201);
  return { number, document };
}

function upload(page: Page, team: string, id: string): Promise<APIResponse> {
  const { origin } = new URL(page.url());
  return page.request.post(`/api/t/${team}/documents`, {
    headers: { origin, "x-document-id": id, "x-file-name": "plan.pdf" },
    data: PDF,
  });
}

test("a team of others looks like no team at all", async ({ page, somebodyElse, watch }) => {
  watch.expect(/404 \(Not Found\)/);
  const theirs = await newTeamOf(page, "ana");
  const { number, document } = await teamWithSecrets(page, theirs);
  const mallory = await somebodyElse();
  const own = await newTeamOf(mallory, "mallory");

  const paths = ["", "/requests", `/requests/${number}`, `/requests/${number}/form`];
  paths.push("/requests/new", "/people", "/settings", "/nothing");
  for (const path of paths) {
    const seen = [];
    for (const team of [theirs, NOBODYS]) {
      const answer = await mallory.goto(`/t/${team}${path}`);
      // Next adds it to every page once the browser has woken up; it would be in one of two pictures.
      await mallory.locator("next-route-announcer").waitFor({ state: "attached" });
      seen.push([answer?.status(), await mallory.ariaSnapshot()]);
      // A page's own title takes over from the site's as the browser wakes: compared, it is a race.
      expect.soft(await mallory.title(), path).not.toMatch(/ana lab|secret/i);
    }
    expect.soft(seen[0], path).toEqual(seen[1]);
    expect.soft(seen[0]?.[0], path).toBe(404);
  }

  const answers = [];
  for (const [team, id] of [
    [theirs, document],
    [NOBODYS, document],
    [own, document],
    [own, randomUUID()],
  ]) {
    const read = await mallory.request.get(`/api/t/${team}/documents/${id}`);
    answers.push([read.status(), Object.keys(await read.json())]);
  }
  expect(answers.every(([status]) => status === 404)).toBe(true);
  expect(answers.slice(1)).toEqual(answers.slice(0, -1));

  const written = [];
  for (const team of [theirs, NOBODYS]) {
    const answer = await upload(mallory, team, randomUUID());
    written.push([answer.status(), await answer.json()]);
  }
  expect(written[0]).toEqual(written[1]);
  expect(written[0]?.[0]).toBe(404);

  const signedOut = await somebodyElse();
  const answer = await signedOut.request.get(`/api/t/${theirs}/documents/${document}`);
  expect(answer.status()).toBe(401);
});

/** Sends what the page sends next to its server a second time, changed, with somebody's own cookies. */
async function resent(
  page: Page,
  press: () => Promise<void>,
  by: Page,
  change: (body: string) => string = (body) => body,
): Promise<string> {
  const [sent] = await Promise.all([
    page.waitForRequest((asked) => asked.method() === "POST" && "next-action" in asked.headers()),
    press(),
  ]);
  const headers = await sent.allHeaders();
  const answer = await by.request.post(sent.url(), {
    headers: {
      "content-type": headers["content-type"] ?? "",
      "next-action": headers["next-action"] ?? "",
      accept: "text/x-component",
      origin: headers.origin ?? new URL(sent.url()).origin,
    },
    data: change(sent.postData() ?? ""),
  });
  expect(answer.status()).toBeLessThan(500);
  return answer.text();
}

test("a forged action on a team of others is refused as on no team", async ({
  page,
  somebodyElse,
}) => {
  const theirs = await newTeamOf(page, "ana");
  const mallory = await somebodyElse();
  const own = await newTeamOf(mallory, "mallory");
  await request.requestAccess(mallory, "mimiciv/3.1");
  await request.write(mallory, "Title in Gatebook", "Forged");
  const press = () => mallory.getByRole("button", { name: "Save draft" }).click();
  const refused = [];
  for (const team of [theirs, NOBODYS]) {
    await request.write(mallory, "Title in Gatebook", `Forged for ${team.length} letters`);
    refused.push(
      await resent(mallory, press, mallory, (body) => body.replaceAll(`"${own}"`, `"${team}"`)),
    );
  }
  for (const answer of refused) expect(answer).toContain("NOT_FOUND");
  await page.goto(`/t/${theirs}/requests`);
  await expect(page.getByText("Nothing has been requested yet.")).toBeVisible();
});

test("a viewer sees no buttons, and is refused when posting anyway", async ({
  page,
  somebodyElse,
}) => {
  const team = await newTeamOf(page, "ana");
  const { number } = await teamWithSecrets(page, team);
  const viewer = await somebodyElse();
  await joinAs(viewer, page, team, { name: "eva", role: "viewer" });

  await viewer.goto(`/t/${team}/requests/${number}`);
  await expect(viewer.getByText("A secret plan").first()).toBeVisible();
  const buttons = viewer.getByRole("main").getByRole("button");
  await expect(buttons.filter({ hasText: /Submit|Other steps|Choose files|Edit/ })).toHaveCount(0);
  await expect(viewer.getByRole("link", { name: "Continue the form" })).toHaveCount(0);
  await viewer.goto(`/t/${team}/requests/${number}/form`);
  await expect(viewer.getByRole("heading", { level: 1 })).toContainText("A secret plan");
  await expect(viewer.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await viewer.goto(`/t/${team}/people`);
  await expect(buttons.filter({ hasText: /Search/ })).toHaveCount(1);
  await expect(buttons.filter({ hasText: /Add person|Edit|Send/ })).toHaveCount(0);
  await viewer.goto("/catalogue/mimic-iv");
  await expect(viewer.getByRole("link", { name: /Request/ })).toHaveCount(1);

  await page.goto(`/t/${team}/requests/${number}/form`);
  await request.write(page, "Title in Gatebook", "By the lead");
  const save = () => page.getByRole("button", { name: "Save draft" }).click();
  const answer = await resent(page, save, viewer, (body) => body.replace("By the lead", "By Eva"));
  expect(answer).toContain("FORBIDDEN");
  expect((await upload(viewer, team, randomUUID())).status()).toBe(403);
  await page.goto(`/t/${team}/people`);
  const form = page.getByRole("region", { name: "Invite a member" });
  await form.getByRole("textbox", { name: "Email" }).fill(newAddress("friend"));
  const send = () => form.getByRole("button", { name: "Send invitation" }).click();
  expect(await resent(page, send, viewer)).toContain("FORBIDDEN");
  await viewer.goto(`/t/${team}/requests/${number}`);
  await expect(viewer.getByRole("heading", { level: 1 })).toContainText("By the lead");
});

import { invite, join, newAddress, signIn } from "./app";
import { newTeamOf } from "./beginnings";
import { linkIn } from "./mailbox";
import { expect, test } from "./test";

test("an invited colleague signs in, joins, and may do what the role says", async ({
  page,
  mailbox,
  somebodyElse,
}) => {
  const team = await newTeamOf(page, "ana");
  const bo = newAddress("bo");
  await invite(page, team, bo, "Coordinator");
  const mail = await mailbox.lastMailTo(bo);
  expect(mail.subject).toMatch(/^Ana .* invites you to ana lab .* on Gatebook$/);
  const colleague = await somebodyElse();
  await colleague.goto(linkIn(mail));
  await expect(colleague).toHaveURL(/\/sign-in\?callbackUrl=/);
  await join(colleague, mailbox, bo);
  await expect(colleague).toHaveURL(`/t/${team}`);
  await colleague.goto(`/t/${team}/people`);
  await expect(colleague.getByRole("button", { name: "Add person" })).toBeVisible();
  await colleague.goto(`/t/${team}/settings`);
  await expect(colleague.getByRole("region", { name: "Members" })).toContainText("Coordinator");
  await expect(colleague.getByRole("textbox", { name: "Team name" })).toHaveCount(0);
  await expect(colleague.getByRole("button", { name: /^Remove / })).toHaveCount(0);
});

test("an invitation that was taken back lets nobody in", async ({
  page,
  mailbox,
  somebodyElse,
}) => {
  const team = await newTeamOf(page, "ana");
  const bo = newAddress("bo");
  await invite(page, team, bo, "Member");
  const colleague = await somebodyElse();
  await signIn(colleague, mailbox, bo);
  const joining = colleague.getByRole("button", { name: /^Join / });
  await expect(joining).toBeVisible();
  await page.getByRole("button", { name: `Take back the invitation of ${bo}` }).click();
  await expect(page.getByText(`The invitation of ${bo} was taken back.`)).toBeVisible();
  await joining.click();
  await expect(colleague.getByRole("alert").filter({ hasText: /\w+ .*\./ })).toBeVisible();
  await colleague.reload();
  await expect(colleague.getByText(`Nobody has invited ${bo} yet.`)).toBeVisible();
});

test("somebody in two teams goes from one to the other", async ({ page }) => {
  const first = await newTeamOf(page, "ana");
  await page.goto("/welcome");
  await page.getByLabel("Team name").fill("Second lab of Ana");
  await page.getByRole("button", { name: "Create team" }).click();
  await page.waitForURL("**/t/second-lab-of-ana*");
  await page.getByRole("button", { name: "Team: Second lab of Ana" }).click();
  await page.getByRole("menuitem", { name: /^ana lab/ }).click();
  await expect(page).toHaveURL(`/t/${first}`);
});

test("a member who is removed is out at once", async ({ page, mailbox, somebodyElse, watch }) => {
  watch.expect(/404 \(Not Found\)/);
  const team = await newTeamOf(page, "ana");
  const bo = newAddress("bo");
  await invite(page, team, bo, "Member");
  const colleague = await somebodyElse();
  await join(colleague, mailbox, bo);
  await page.goto(`/t/${team}/settings`);
  await page.getByRole("button", { name: /^Remove Bo/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove from the team" }).click();
  await expect(page.getByText(/^Bo .* was removed from the team\.$/)).toBeVisible();
  const answer = await colleague.goto(`/t/${team}`);
  expect(answer?.status()).toBe(404);
});

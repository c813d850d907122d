import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { newAddress, signIn } from "./app";
import { addPerson, arriveAs, joinAs, newTeam, newTeamOf } from "./beginnings";
import { today } from "./calendar";
import { writeApplication } from "./ega-application";
import * as request from "./request";
import { expect, test } from "./test";

/** What the browser says of each try while it has no network. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED/;

const title = (page: Page) => page.getByRole("textbox", { name: "Project title" });
const aim = (page: Page) => page.getByRole("textbox", { name: "Project description" });
const conflictOn = (page: Page) =>
  page.getByRole("region", { name: /^Somebody else saved this form/ });
const isSaved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

/** Ana begins an application, and Bo of her team opens the same form in a browser of his own. */
async function twoEditors(ana: Page, bo: Page): Promise<string> {
  const team = await newTeamOf(ana, "ana");
  await request.requestAccess(ana, "egas00000000083");
  await request.write(ana, "Project title", "Subtypes");
  await request.write(ana, "Project description", "As it was.");
  await request.saveDraft(ana);
  await joinAs(bo, ana, team, { name: "bo", role: "coordinator" });
  await bo.goto(ana.url());
  await expect(title(bo)).toHaveValue("Subtypes");
  return team;
}

test("of two browsers the second gets both texts and chooses field by field", async ({
  page: ana,
  somebodyElse,
}) => {
  const bo = await somebodyElse();
  await twoEditors(ana, bo);
  await title(bo).fill("Bo's title");
  await aim(bo).fill("Bo's aim.");
  await request.write(bo, "Governing law of the agreement", "English law");
  await request.saveDraft(bo);

  await title(ana).fill("Ana's title");
  await aim(ana).fill("Ana's aim.");
  const conflict = conflictOn(ana);
  await expect(conflict).toBeFocused();
  for (const text of ["Bo's title", "Ana's title", "Bo's aim.", "Ana's aim.", "English law"]) {
    await expect(conflict).toContainText(text);
  }
  // What only he wrote is his unless she says otherwise.
  const law = conflict.getByRole("radiogroup", { name: "Governing law of the agreement" });
  await expect(law.getByRole("radio", { name: "Take theirs" })).toBeChecked();
  const titles = conflict.getByRole("radiogroup", { name: "Project title" });
  await titles.getByRole("radio", { name: "Take theirs" }).check();
  const aims = conflict.getByRole("radiogroup", { name: "Project description" });
  await expect(aims.getByRole("radio", { name: "Keep mine" })).toBeChecked();
  await conflict.getByRole("button", { name: "Save this choice" }).click();
  await expect(conflict).toBeHidden();
  await isSaved(ana);

  await bo.reload();
  await expect(title(bo)).toHaveValue("Bo's title");
  await expect(aim(bo)).toHaveValue("Ana's aim.");
  await expect(bo.getByRole("textbox", { name: "Governing law" })).toHaveValue("English law");
});

test("whom it is for is chosen too where two differ", async ({ page: ana }) => {
  await arriveAs(ana, newAddress("ana"));
  const team = await newTeam(ana, `Ana lab ${randomUUID().slice(0, 6)}`);
  for (const person of ["Carla Reyes", "Dan Okafor"]) await addPerson(ana, team, person);
  await request.requestAccess(ana, "https://physionet.org/content/ct-ich/1.3.1/");
  await request.saveDraft(ana);
  const other = await ana.context().newPage();
  await other.goto(ana.url());
  await request.tick(other, "Carla Reyes");
  await request.saveDraft(other);
  await request.tick(ana, "Dan Okafor");
  const conflict = conflictOn(ana);
  await expect(conflict).toContainText("Carla Reyes");
  await expect(conflict).toContainText("Dan Okafor");
  await conflict.getByRole("radio", { name: "Take theirs" }).check();
  await conflict.getByRole("button", { name: "Save this choice" }).click();
  await isSaved(ana);
  await expect(ana.getByRole("checkbox", { name: "Carla Reyes" })).toBeChecked();
  await expect(ana.getByRole("checkbox", { name: "Dan Okafor" })).not.toBeChecked();
});

test("ten minutes without a network lose nothing", async ({ page, watch }) => {
  watch.expect(OFFLINE);
  await page.clock.install();
  await newTeamOf(page, "ana");
  await request.requestAccess(page, "egas00000000083");
  await request.write(page, "Project title", "Before");
  await request.saveDraft(page);

  await page.context().setOffline(true);
  await title(page).fill("In the train");
  await page.clock.fastForward("05:00");
  await expect(page.getByText("Not saved: no answer. Trying again.")).toBeVisible();
  await aim(page).fill("Written in the tunnel.");
  await page.clock.fastForward("05:00");
  await expect(title(page)).toHaveValue("In the train");
  await page.context().setOffline(false);
  await page.clock.fastForward("00:20");
  await isSaved(page);

  await page.reload();
  await expect(title(page)).toHaveValue("In the train");
  await expect(aim(page)).toHaveValue("Written in the tunnel.");
});

test("a session that was ended elsewhere keeps the text until somebody signs in again", async ({
  page,
  mailbox,
  somebodyElse,
}) => {
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, `Ana lab ${randomUUID().slice(0, 6)}`);
  await request.requestAccess(page, "egas00000000083");
  await request.saveDraft(page);
  const phone = await somebodyElse();
  await arriveAs(phone, ana);
  await phone.goto(`/t/${team}/settings`);
  await phone.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(phone.getByRole("button", { name: "Sign out everywhere" })).toBeHidden();

  await title(page).fill("Typed for an hour");
  await expect(page.getByText("You are signed out", { exact: true })).toBeVisible();
  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Sign in again" }).click();
  const second = await opening;
  await second.waitForURL("**/sign-in**");
  await signIn(second, mailbox, ana);
  await second.close();
  await page.bringToFront();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(title(page)).toHaveValue("Typed for an hour");
});

test("what became locked meanwhile can be read and copied, and the rest is saved", async ({
  page: ana,
  somebodyElse,
}) => {
  const bo = await somebodyElse();
  await twoEditors(ana, bo);
  await writeApplication(
    ana,
    { applicant: "Ana", legalRepresentative: "Ana" },
    { committee: "METABRIC", dataSets: "The whole cohort.", aim: "Subtypes and response." },
  );
  await request.tick(ana, "The applicant has read the data access agreement");
  const form = ana.url();
  await request.submit(ana);
  await request.record(ana, "Mark as submitted at EGA", { "Sent to the committee on": today() });
  await request.record(ana, "The DAC asks questions", { "What the committee asks": "Which?" });
  await ana.goto(form);
  await bo.goto(form);
  await expect(title(ana)).toBeEditable();

  // Bo answers; the committee asks again, this time about one part alone.
  await bo.goto(form.replace(/\/form$/, ""));
  await request.record(bo, "Questions answered");
  const asking = await request.openMove(bo, "The DAC asks questions");
  await asking.getByRole("textbox", { name: "What the committee asks" }).fill("How stored?");
  await asking.getByRole("checkbox", { name: "Security" }).check();
  await asking.getByRole("textbox", { name: "Comment on “Security”" }).fill("Name the cluster.");
  await asking.getByRole("button", { name: "Record" }).click();
  await expect(asking).toBeHidden();

  await aim(ana).fill("An aim that is locked by now.");
  await ana.getByRole("textbox", { name: "Security appendix" }).fill("On the cluster Fjord.");
  const conflict = conflictOn(ana);
  await expect(conflict).toBeVisible();
  const aims = conflict.getByRole("radiogroup", { name: "Project description" });
  await expect(aims.getByRole("radio", { name: "Keep mine" })).toBeDisabled();
  await expect(aims).toContainText("An aim that is locked by now.");
  await conflict.getByRole("button", { name: "Save this choice" }).click();
  await isSaved(ana);
  const research = ana.getByRole("region", { name: "The research" });
  await expect(research).toContainText("Locked. This part was not sent back");
  await expect(research).toContainText("Subtypes and response.");
  await bo.goto(form);
  await expect(bo.getByRole("textbox", { name: "Security appendix" })).toHaveValue(
    "On the cluster Fjord.",
  );
});

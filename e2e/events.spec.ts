import type { Locator, Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { approvedProject } from "./dbgap-project";
import { METHYLATION, sentApplication } from "./ega-application";
import type { Mailbox } from "./mailbox";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const part = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

/** Chooses from a list of a dialog or form. */
async function pick(inside: Locator | Page, page: Page, question: string, answer: string | RegExp) {
  // By keyboard, since the field of several choices lies below its own frame.
  await inside.getByRole("combobox", { name: question }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: answer }).click();
}

/** Opens the dialog behind a button. */
async function open(page: Page, button: string | RegExp, title: string | RegExp) {
  await page.getByRole("button", { name: button }).first().click();
  return page.getByRole("dialog", { name: title });
}

async function finish(dialog: Locator, button: string) {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Waits for a mail to somebody whose subject says this. */
async function mailAbout(mailbox: Mailbox, address: string, words: string) {
  await expect
    .poll(
      async () => (await mailbox.mailsTo(address)).filter(({ subject }) => subject.includes(words)),
      { message: `mail about ${words}`, timeout: 30_000 },
    )
    .toHaveLength(1);
}

/** Records an incident of a stolen laptop, known since midnight; its page follows. */
async function recordTheft(page: Page, team: string, data: RegExp): Promise<void> {
  await page.goto(`/t/${team}/incidents`);
  await page.getByRole("link", { name: "Record an incident" }).first().click();
  await pick(page, page, "What kind of incident", "Loss or theft of a device or medium");
  await page.getByRole("textbox", { name: "In a few words" }).fill("A laptop was stolen");
  await pick(page, page, "Data that it touches", data);
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Known since: time" }).fill("24:61");
  await page.getByRole("textbox", { name: "What happened", exact: true }).fill("On the train.");
  await checkPage(page);
  await page.getByRole("button", { name: "Record the incident" }).click();
  await expect(page.getByText("Write the time in hours and minutes").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Known since: time" }).fill("00:00");
  await page.getByRole("button", { name: "Record the incident" }).click();
  await page.waitForURL(/\/incidents\/1$/);
}

async function approvedTeam(page: Page, name: string) {
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, name);
  for (const person of ["Frank Mercer", "Grace Liu", "Bo Berg"]) {
    await addPerson(page, team, person);
  }
  const people = { pi: "Ana", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
  const approval = { accession: "phs000424.v10.p2", endsOn: addDays(today(), 300) };
  return { ana, team, number: await approvedProject(page, people, approval) };
}

test("dbGaP: a stolen laptop is told to NIH within 24 hours, and the incident closes once it was", async ({
  page,
  mailbox,
}) => {
  test.slow();
  const { ana, team, number } = await approvedTeam(page, "Ana lab, theft");
  await recordTheft(page, team, /GTEx/);
  const matter = part(page, `dbGaP, ${number}`);
  const [notice, report] = await matter.getByRole("listitem").all();
  await expect(notice as Locator).toContainText("within 24 hours");
  await expect(notice as Locator).toContainText(`${formatDay(addDays(today(), 1))}, 00:00`);
  await expect(report as Locator).toContainText("detailed report");
  await expect(report as Locator).toContainText("Wording not confirmed");
  await expect(matter.getByRole("textbox", { name: "Letter to dbGaP" })).toHaveValue(
    /Loss or theft of a device[\s\S]*40215[\s\S]*On the train\./,
  );
  await checkPage(page);
  await mailAbout(mailbox, ana, "within 24 hours");

  await page.goto(`/t/${team}/requests/${number}`);
  await expect(part(page, "Incidents")).toContainText("1. A laptop was stolen");
  await expect(part(page, "Duties")).toContainText("within 24 hours");
  await page.getByRole("link", { name: "1. A laptop was stolen" }).click();

  let dialog = await open(page, "Close the incident", "Close the incident");
  await dialog.getByRole("textbox", { name: "How it was resolved" }).fill("Found again.");
  await dialog.getByRole("button", { name: "Close the incident", exact: true }).click();
  await expect(dialog.getByText("2 duties are still open")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  dialog = await open(page, /^Done: Tell /, "Record that it was done");
  await finish(dialog, "Record");
  dialog = await open(page, /^Need not be told: Send/, "Nobody has to be told");
  await dialog.getByRole("textbox", { name: "Why not" }).fill("NIH asked for none.");
  await finish(dialog, "Save");
  dialog = await open(page, "Close the incident", "Close the incident");
  await dialog.getByRole("textbox", { name: "How it was resolved" }).fill("Found again.");
  await finish(dialog, "Close the incident");
  await expect(part(page, "What is known")).toContainText("Found again.");
  await checkPage(page);
  await page.goto(`/t/${team}/incidents`);
  await expect(page.getByRole("table")).toContainText(`Closed on ${formatDay(today())}`);
  await checkPage(page);
});

test("dbGaP: a later version asks for nothing, a person joins by a revision, and a PI who moves has a plan", async ({
  page,
}) => {
  test.slow();
  const { team, number } = await approvedTeam(page, "Ana lab, changes");
  await page.goto(`/t/${team}/versions`);
  await checkPage(page);
  let dialog = await open(page, "Record a new version", "Record a new version");
  await pick(dialog, page, "Newer version of", /GTEx/);
  await dialog.getByRole("textbox", { name: "The new version" }).fill("v9.p1");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("This is not newer than").first()).toBeVisible();
  await dialog.getByRole("textbox", { name: "The new version" }).fill("v11.p3");
  await finish(dialog, "Save");
  await expect(part(page, /v11\.p3/)).toContainText("There is nothing to do");
  await checkPage(page);

  await page.goto(`/t/${team}/requests/${number}/amendments`);
  await expect(page.getByRole("table")).toContainText("Another research aim needs a new project.");
  await checkPage(page);
  dialog = await open(page, "Prepare a change", "Change a live approval");
  await pick(dialog, page, "What changes", "People");
  await pick(dialog, page, "Person", "Bo Berg");
  await pick(dialog, page, "Function", "Internal collaborator");
  await dialog.getByRole("textbox", { name: "What changes, and why" }).fill("Bo joins.");
  await checkPage(page);
  await finish(dialog, "Prepare the change");
  dialog = await open(page, /^It was asked/, "The archive was asked");
  await finish(dialog, "It was asked");
  dialog = await open(page, /^Record the decision/, "What was decided");
  await pick(dialog, page, "Decision", "Approved");
  await finish(dialog, "Record the decision");
  await expect(part(page, "1. People")).toContainText("Approved");
  await page.goto(`/t/${team}/requests/${number}`);
  await expect(
    part(page, "People").getByRole("listitem").filter({ hasText: "Bo Berg" }).first(),
  ).toContainText(/collaborator/i);

  await page.goto(`/t/${team}/requests/${number}/amendments`);
  dialog = await open(page, "Prepare a change", "Change a live approval");
  await pick(dialog, page, "What changes", "The head moves to another institution");
  const lastDay = addDays(today(), 60);
  await dialog.getByRole("textbox", { name: "Last day at this institution" }).fill(lastDay);
  await dialog.getByRole("textbox", { name: "What changes, and why" }).fill("Ana moves.");
  await finish(dialog, "Prepare the change");
  dialog = await open(page, /^Make the change/, "Make the change");
  await finish(dialog, "Make the change");
  await expect(page.getByRole("link", { name: "Open the close-out" })).toBeVisible();
  await checkPage(page);
  await page.goto(`/t/${team}/requests/${number}`);
  const duty = part(page, "Duties")
    .getByRole("listitem")
    .filter({ hasText: "Close the project out at this institution" });
  await expect(duty).toContainText(formatDay(addDays(lastDay, -1)));
});

test("EGA: the committee is told the same day, and a new data set is a new request", async ({
  page,
}) => {
  test.slow();
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, committees");
  await addPerson(page, team, "Hélène Dubois");
  await sentApplication(page, METHYLATION, { endsOn: addDays(today(), 200) });

  await recordTheft(page, team, /EGAS00001000910/);
  await expect(part(page, /^EGA, GB-/)).toContainText(`${formatDay(today())} (today)`);
  await expect(part(page, /^EGA, GB-/)).toContainText("clause 14");
  // Its mail goes in the morning, or at once when that is over.
  await expect(async () => {
    await page.goto(`/t/${team}/inbox`);
    await expect(page.getByText("Tell the data access committee today").first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();

  await page.goto(`/t/${team}/versions`);
  let dialog = await open(page, "Record a new version", "Record a new version");
  await pick(dialog, page, "Newer version of", /EGAS00001000910/);
  await dialog.getByRole("textbox", { name: "The new version" }).fill("EGAD00009999991");
  await finish(dialog, "Save");
  const version = part(page, /EGAD00009999991/);
  await expect(version).toContainText("A new request");
  await expect(version.getByRole("listitem")).toContainText(formatDay(addDays(today(), 14)));
  await checkPage(page);
  dialog = await open(page, /^Prepare the request: /, /^Request /);
  await dialog.getByRole("button", { name: "Prepare the request" }).click();
  await page.waitForURL(/\/requests\/GB-2\/form$/);
  await expect(page.getByRole("textbox", { name: "Project description" })).toHaveValue(
    "Whether methylation age foretells death.",
  );
  await page.goto(`/t/${team}/versions`);
  dialog = await open(page, /^Nothing to do about/, /^Nothing to do about/);
  await dialog.getByRole("textbox", { name: "Why not" }).fill("We have asked for it.");
  await finish(dialog, "Save");
  await expect(part(page, /EGAD00009999991/)).toContainText(`Settled on ${formatDay(today())}`);
});

test("PhysioNet: who may open MIMIC-IV 2.2 is asked to sign 3.1 in person", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto("/t/ruiz-lab/versions");
  const version = part(page, "MIMIC-IV v3.1");
  await expect(version).toContainText("Each person signs again");
  await expect(version.getByRole("listitem").filter({ hasText: "Ana Ruiz" })).toBeVisible();
  await checkPage(page);
  await page.goto("/t/ruiz-lab/people/me");
  await expect(page.getByText(/Sign the Data Use Agreement of MIMIC-IV v3\.1/)).toBeVisible();
});

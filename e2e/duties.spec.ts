import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, joinAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { approvedProject } from "./dbgap-project";
import { fill, finish, open, part, pick, upload } from "./dialogs";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

/** A team with an approved project, from which duties follow; gives the part of the address. */
async function teamWithDuties(page: Page): Promise<string> {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, with duties");
  for (const person of ["Frank Mercer", "Grace Liu"]) await addPerson(page, team, person);
  const people = { pi: "Ana", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
  const approval = { accession: "phs000424.v10.p2", endsOn: addDays(today(), 365) };
  await approvedProject(page, people, approval);
  return team;
}

/** Opens the nearest duty of the project that people close by hand. */
async function openDuty(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Duties", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Duties" })).toBeVisible();
  await page
    .getByRole("rowheader")
    .getByRole("link", { name: /Begin the renewal/ })
    .click();
  await expect(page.getByText(/^To be done by /)).toBeVisible();
}

/** Sees to two duties at once, then lets them rest until a day that is too late for one; by keyboard alone. */
async function severalTogether(page: Page): Promise<void> {
  const bar = part(page, "Ticked duties");
  const begin = page.getByRole("checkbox", { name: /^Tick Begin the renewal/ });
  const renewal = page.getByRole("checkbox", { name: /^Tick Renewal of a dbGaP project/ });
  await begin.press("Space");
  await renewal.press("Space");
  await expect(bar.getByRole("status")).toHaveText("2 duties ticked");
  await checkPage(page);
  await bar.getByRole("button", { name: "I see to them" }).press("Enter");
  await expect(page.getByText("Recorded: you see to these 2 duties.")).toBeVisible();
  await expect(bar).toBeHidden();
  await expect(renewal).toBeFocused();

  await renewal.press("Space");
  await begin.press("Space");
  const snooze = bar.getByRole("button", { name: "Remind me later" });
  await snooze.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Remind me later of 2 duties" });
  const until = dialog.getByRole("textbox", { name: "Remind me again on" });
  await expect(until).toBeFocused();
  await until.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("Choose the day");
  await checkPage(page);
  await until.fill(addDays(today(), 360));
  await until.press("Enter");
  await expect(dialog.getByRole("status")).toHaveText("1 recorded, 1 refused.");
  await expect(dialog.getByRole("listitem").filter({ hasText: /^Begin the/ })).toContainText(
    "at the latest, the day on which it is due",
  );
  await checkPage(page);
  await expect(dialog.getByRole("button", { name: "Close" }).last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(snooze).toBeFocused();
  await expect(bar.getByRole("status")).toHaveText("1 duty ticked");
  await expect(begin).toBeChecked();
  await expect(renewal).not.toBeChecked();
  await bar.getByRole("button", { name: "Untick" }).press("Enter");
  await expect(bar).toBeHidden();
  await expect(begin).toBeFocused();
}

test("Ana sees why a duty is due, rests it, sets her own reminders, and records it with its paper", async ({
  page,
}) => {
  test.slow();
  const team = await teamWithDuties(page);
  await openDuty(page);
  const duty = page.url();
  await expect(part(page, "Why this day")).toContainText("Source");
  const readers = part(page, "Who is reminded");
  await expect(readers.getByRole("row", { name: /^Ana/ })).toContainText("the default");
  await checkPage(page);

  await page.getByRole("button", { name: "I see to it" }).click();
  await expect(part(page, "What to do")).toContainText(/Seen to by/);
  let dialog = await open(page, "Remind me later", "Remind me later");
  await fill(dialog, { "Remind me again on": addDays(today(), 700) });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("at the latest, the day on which it is due");
  await checkPage(page);
  const until = addDays(today(), 5);
  await fill(dialog, { "Remind me again on": until });
  await finish(dialog, "Save");
  await expect(readers).toContainText(`Rests until ${formatDay(until)}.`);

  await page.goto(`/t/${team}/settings`);
  await page.getByRole("link", { name: "When people are reminded" }).click();
  await checkPage(page);
  dialog = await open(page, /^Set for you: Begin the renewal/, /^For you: /);
  await dialog.getByText("45 days", { exact: true }).click();
  await checkPage(page);
  await finish(dialog, "Save");
  await page.goto(duty);
  await expect(readers.getByRole("row", { name: /^Ana/ })).toContainText("own setting");

  dialog = await open(page, /^Done: /, "Record that it was done");
  await upload(page, dialog, "receipt.pdf");
  await finish(dialog, "Record");
  await expect(page.getByText(/^Done on /)).toBeVisible();
  await expect(part(page, "What to do").getByRole("link", { name: /receipt\.pdf/ })).toBeVisible();
  await checkPage(page);
  await page.goto(`/t/${team}/duties?q=state:done`);
  await expect(page.getByRole("row", { name: /Begin the renewal/ })).toContainText("Done");
  await checkPage(page);
  const file = await page.request.get(`/api/t/${team}/lists/duties.csv?q=state:done`);
  expect(await file.text()).toContain("Begin the renewal");

  await page.goto(duty);
  dialog = await open(page, "Open it again", "Open this duty again");
  await fill(dialog, { Why: "The wrong receipt" });
  await finish(dialog, "Open it");
  await expect(page.getByText(/^To be done by /)).toBeVisible();
  await expect(part(page, "History")).toContainText("The wrong receipt");

  await page.goto(`/t/${team}/duties`);
  await severalTogether(page);
});

test("Bo stands in while Ana is away, and the history names both", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  const team = await teamWithDuties(page);
  const bo = await somebodyElse();
  const address = await addPerson(page, team, "Bo Berg");
  await joinAs(bo, page, team, { name: "Bo Berg", role: "member", address });
  await page.goto(`/t/${team}/people/me`);
  let dialog = await open(page, "Record an absence", / is away$/);
  await fill(dialog, { "Last day": addDays(today(), 27) });
  await pick(dialog, page, "Who stands in", "Bo Berg");
  await checkPage(page);
  await finish(dialog, "Save");
  await expect(part(page, "Away")).toContainText("Bo Berg stands in.");
  await checkPage(page);
  dialog = await open(page, "Record an absence", / is away$/);
  await fill(dialog, { "Last day": addDays(today(), 3) });
  await pick(dialog, page, "Who stands in", "Bo Berg");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("End that first, or choose other days.");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await bo.goto(`/t/${team}`);
  await openDuty(bo);
  await expect(part(bo, "Who is reminded").getByRole("row", { name: /^Bo Berg/ })).toContainText(
    "stands in",
  );
  await bo.getByRole("button", { name: "I see to it" }).click();
  await expect(part(bo, "What to do")).toContainText(/Bo Berg for Ana/);
  await expect(part(bo, "History")).toContainText(/Bo Berg for Ana/);

  dialog = await open(page, "Back early", / is back$/);
  await finish(dialog, "End the absence");
  await expect(part(page, "Away")).toContainText("No absence is recorded.");
});

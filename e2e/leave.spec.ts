import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { approvedProject } from "./dbgap-project";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

/** The duties that stand without anybody leaving: to log outputs, to begin the renewal, and the end. */
const OF_THE_APPROVAL = 3;

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** What the parts of the preview ask for: the day and the sentence of each duty. */
async function previewed(page: Page): Promise<{ day: string; what: string }[]> {
  const lines = await Promise.all(
    ["Close out", "Destroy", "Apply anew"].map((name) =>
      part(page, name)
        .getByRole("listitem")
        .evaluateAll((items) =>
          items.map((item) => ({
            day: item.querySelector("time")?.dateTime ?? "",
            what: item.querySelector("p")?.textContent ?? "",
          })),
        ),
    ),
  );
  return lines.flat();
}

/** Records an account or qualification that makes the data open. */
async function recordAnother(page: Page, name: string, answers: Record<string, string>) {
  const dialog = page.getByRole("dialog", { name: `Record: ${name}` });
  for (const [question, answer] of Object.entries(answers)) {
    await dialog.getByRole("textbox", { name: question }).fill(answer);
  }
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

/** The PI's account and the institution's attestation, without which nothing opens. */
async function openTheData(page: Page, team: string): Promise<void> {
  await page.goto(`/t/${team}/people/me`);
  await page.getByRole("button", { name: "Record something" }).click();
  await page.getByRole("menuitem", { name: "eRA Commons account", exact: true }).click();
  const account = { Account: "ANA_RUIZ", "Verified on": today() };
  await recordAnother(page, "eRA Commons account", account);
  await page.goto(`/t/${team}/institution`);
  const attestation = "NIST SP 800-171 attestation";
  await page.getByRole("button", { name: `Record it: ${attestation}` }).click();
  const dialog = page.getByRole("dialog", { name: `Record: ${attestation}` });
  await dialog.getByRole("combobox", { name: "Where it stands" }).click();
  await page.getByRole("option", { name: "Attested", exact: true }).click();
  await recordAnother(page, attestation, { "Last of the three on": today() });
}

test("Ana, PI of an approved project, moves: first what follows, then exactly that", async ({
  page,
}) => {
  test.slow();
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, moving");
  for (const person of ["Frank Mercer", "Grace Liu", "Bo Berg"])
    await addPerson(page, team, person);
  const people = { pi: "Ana", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
  const approval = { accession: "phs000424.v10.p2", endsOn: addDays(today(), 365) };
  const number = await approvedProject(page, people, approval);
  await openTheData(page, team);

  const lastDay = addDays(today(), 40);
  await page.goto(`/t/${team}/people/me`);
  await page.getByRole("link", { name: "Leaves the team" }).click();
  await page.getByRole("textbox", { name: "Last day" }).fill("2027-02-30");
  await page.getByRole("button", { name: "Show what follows" }).click();
  await expect(page.getByText("There is no 30 February 2027.")).toBeVisible();
  await checkPage(page);
  await page.getByRole("textbox", { name: "Last day" }).fill(lastDay);
  await page.getByRole("button", { name: "Show what follows" }).click();

  await expect(part(page, "What closes")).toContainText("GTEx");
  await expect(part(page, "What closes")).toContainText("Has left the team");
  const before = formatDay(addDays(lastDay, -1));
  await expect(part(page, "Close out")).toContainText(before);
  await expect(part(page, "Close out")).toContainText("close-out-instructions");
  await expect(part(page, "Destroy")).toContainText("have the signing official confirm it");
  await expect(part(page, "Apply anew")).toContainText("The data cannot travel.");
  await expect(part(page, "Hand over")).toContainText("Close and apply anew");
  await checkPage(page);
  const shown = await previewed(page);
  expect(shown).toHaveLength(3);

  await page.goto(`/t/${team}/requests/${number}`);
  await expect(part(page, "Duties").getByRole("listitem")).toHaveCount(OF_THE_APPROVAL);
  await page.goBack();
  const record = page.getByRole("button", { name: /^Record that .* leaves on / });
  await record.click();
  await expect(page.getByText("Choose who takes this over.").first()).toBeVisible();
  await checkPage(page);
  // The request, and the duties that were in her care.
  for (const who of await part(page, "Hand over").getByRole("combobox").all()) {
    await who.click();
    await page.getByRole("option", { name: "Bo Berg" }).click();
  }
  await record.click();
  await expect(page.getByText(/^Recorded: .* leaves on /)).toBeVisible();

  await page.goto(`/t/${team}/requests/${number}`);
  const duties = part(page, "Duties");
  await expect(duties.getByRole("listitem")).toHaveCount(shown.length + OF_THE_APPROVAL);
  for (const { day, what } of shown) {
    const line = duties.getByRole("listitem").filter({ hasText: what });
    await expect(line.locator("time")).toHaveAttribute("datetime", day);
  }
  const owner = part(page, "People").getByRole("listitem").filter({ hasText: "Bo Berg" });
  await expect(owner).toContainText("owner of the request");
  await checkPage(page);

  const on = addDays(lastDay, 1);
  await page.goto(`/t/${team}/access?on=${on}&people=all`);
  await page.getByRole("row", { name: /^Ana/ }).locator("[data-status]").first().click();
  const cell = page.getByRole("dialog", { name: /GTEx/ });
  await expect(cell).toContainText(`Has left the team; the last day was ${formatDay(lastDay)}.`);
  await checkPage(page);
});

test("a duty of a departure is recorded as done, and somebody who stays has none left", async ({
  page,
}) => {
  test.slow();
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, staying");
  for (const person of ["Frank Mercer", "Grace Liu", "Bo Berg"])
    await addPerson(page, team, person);
  const people = { pi: "Bo Berg", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
  const approval = { accession: "phs000424.v10.p2", endsOn: addDays(today(), 365) };
  const number = await approvedProject(page, people, approval);
  await page.goto(`/t/${team}/people`);
  await page.getByRole("link", { name: "Bo Berg" }).click();
  await page.getByRole("link", { name: "Leaves the team" }).click();
  await page.getByRole("textbox", { name: "Last day" }).fill(addDays(today(), 40));
  await page.getByRole("button", { name: "Show what follows" }).click();
  await page.getByRole("button", { name: /^Record that Bo Berg leaves on / }).click();
  await expect(page.getByText(/^Recorded: Bo Berg leaves on /)).toBeVisible();

  await page.goto(`/t/${team}/requests/${number}`);
  const duties = part(page, "Duties");
  await expect(duties.getByRole("listitem")).toHaveCount(3 + OF_THE_APPROVAL);
  await duties.getByRole("button", { name: /^Done: Close the project out/ }).click();
  const dialog = page.getByRole("dialog", { name: "Record that it was done" });
  await checkPage(page);
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(duties.getByRole("listitem")).toHaveCount(2 + OF_THE_APPROVAL);

  await page.goto(`/t/${team}/people`);
  await page.getByRole("link", { name: "Bo Berg" }).click();
  await page.getByRole("link", { name: "Leaves the team" }).click();
  await page.getByRole("button", { name: "Bo Berg stays on the team" }).click();
  await checkPage(page);
  await page.getByRole("button", { name: "Yes, Bo Berg stays" }).click();
  await expect(page.getByText("Recorded: Bo Berg stays on the team")).toBeVisible();
  await page.goto(`/t/${team}/requests/${number}`);
  await expect(duties.getByRole("listitem")).toHaveCount(OF_THE_APPROVAL);
});

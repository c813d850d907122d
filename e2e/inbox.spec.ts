import { expect, type Locator, type Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { approvedProject } from "./dbgap-project";
import { checkPage } from "./page-check";
import { test } from "./test";

/** A team whose one project ends in so many days, with its reminder written. */
async function endingProject(page: Page, days: number) {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, notices");
  for (const person of ["Frank Mercer", "Grace Liu"]) await addPerson(page, team, person);
  const people = { pi: "Ana", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
  const endsOn = addDays(today(), days);
  const number = await approvedProject(page, people, { accession: "phs000424.v10.p2", endsOn });
  // The worker plans it within moments, whenever its mail may go.
  await expect(async () => {
    await page.goto(`/t/${team}/inbox`);
    await expect(page.getByText(`[${number}]`).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return { team, number, endsOn };
}

/** The bell of the window as it is; the other one belongs to windows of another width. */
const bell = (page: Page) => page.getByRole("link", { name: /^Notices, / });

async function unreadIn(link: Locator): Promise<number> {
  const label = (await link.getAttribute("aria-label")) ?? "";
  return label.includes("none") ? 0 : Number(/\d+/.exec(label)?.[0]);
}

test("a reminder waits behind the bell until its duty is opened, and can be kept for later", async ({
  page,
}) => {
  test.slow();
  const { team, number, endsOn } = await endingProject(page, 5);
  await page.goto(`/t/${team}`);
  const duties = page.getByRole("region", { name: "My duties" });
  await expect(duties).toContainText("Renew the project at dbGaP");
  await expect(duties).toContainText(`${formatDay(endsOn)} (in 5 days)`);
  await expect(duties).toContainText(/In the team: 0 overdue, \d+ due in 30 days/);
  await checkPage(page);
  const before = await unreadIn(bell(page));
  expect(before).toBeGreaterThan(0);

  await bell(page).click();
  await expect(page.getByRole("heading", { name: "Notices", level: 1 })).toBeVisible();
  const line = page
    .getByRole("listitem")
    .filter({ hasText: `[${number}]` })
    .filter({
      hasText: "access ends",
    });
  await expect(line).toContainText("5 days left");
  await expect(line).toContainText("5 days are left.");
  await expect(line.getByText("Unread", { exact: true })).toBeVisible();
  await checkPage(page);
  await line.getByRole("link").click();
  await expect(page).toHaveURL(/\/duties\/[\da-f-]{36}$/);
  await expect(bell(page)).toHaveAccessibleName(
    before === 1 ? "Notices, none unread" : `Notices, ${before - 1} unread`,
  );

  await bell(page).click();
  await expect(line.getByText("Unread", { exact: true })).toBeHidden();
  await line.getByRole("button", { name: /^Mark as unread: / }).click();
  await expect(line.getByText("Unread", { exact: true })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName(`Notices, ${before} unread`);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell(page)).toHaveAccessibleName("Notices, none unread");
  await page.getByRole("link", { name: "Unread", exact: true }).click();
  await expect(page.getByText("You have read everything.")).toBeVisible();
  await checkPage(page);

  await page.goto(`/t/${team}/requests/${number}`);
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    `due ${formatDay(endsOn)}`,
  );
});

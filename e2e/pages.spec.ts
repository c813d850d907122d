import type { Page } from "@playwright/test";
import { arriveAs } from "./beginnings";
import { checkPage } from "./page-check";
import { openMove } from "./request";
import { expect, test } from "./test";

const TEAM = "/t/ruiz-lab";

/** The addresses of the requests that a list shows. */
function requestsIn(page: Page): Promise<string[]> {
  const rows = page.getByRole("table", { name: "Requests of the team" }).getByRole("rowheader");
  return rows
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
}

const inDemo = (name: string) => `${name}@demo.gatebook.example`;

for (const [pages, paths] of Object.entries({
  "the lead's dashboard and lists": [
    "",
    "/requests",
    "/requests?q=status:approved",
    "/access?units=all&people=all",
    "/people",
    "/people?q=missing:era_commons&columns=role,access",
    "/units",
    "/agreements",
  ],
  "the lead's own pages and settings": [
    "/people/me",
    "/institution",
    "/inbox",
    "/settings",
    "/settings/mail",
    "/settings/mail/templates/digest",
    "/settings/notifications",
  ],
})) {
  test(`${pages} of the demo team are accessible`, async ({ page }) => {
    await arriveAs(page, inDemo("ana.ruiz"));
    for (const path of paths) {
      await page.goto(`${TEAM}${path}`);
      await checkPage(page, { everyWay: true });
    }
  });
}

test("mistakes, and what is not there, are told accessibly", async ({ page, watch }) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(`${TEAM}/people`);
  await page.getByRole("button", { name: "Add person" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await checkPage(page, { everyWay: true });
  watch.expect(/404 \(Not Found\)/);
  await page.goto(`${TEAM}/requests/GB-999`);
  await checkPage(page, { everyWay: true });
});

for (const [archive, atLeast] of Object.entries({ dbgap: 5, ega: 3, physionet: 3 })) {
  test(`every request of the demo team at ${archive} is accessible`, async ({ page }) => {
    await arriveAs(page, inDemo("bo.lindqvist"));
    await page.goto(`${TEAM}/requests?q=archive:${archive}`);
    const paths = await requestsIn(page);
    expect(paths.length).toBeGreaterThanOrEqual(atLeast);
    for (const path of paths) {
      await page.goto(path);
      await checkPage(page);
    }
  });
}

test("menus and dialogs of a request are accessible", async ({ page }) => {
  await arriveAs(page, inDemo("dana.levi"));
  await page.goto(`${TEAM}/requests?q=methylation`);
  await page.getByRole("link", { name: /Lothian Birth Cohorts/ }).click();
  await page.getByRole("button", { name: "Other steps" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await checkPage(page);
  await page.keyboard.press("Escape");
  const dialog = await openMove(page, "Withdraw");
  await dialog.getByRole("textbox", { name: "Withdrawn on" }).fill("2027-02-30");
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog.getByText("There is no 30 February 2027.")).toBeVisible();
  await checkPage(page);
});

test("forms, new and begun, are accessible", async ({ page }) => {
  await arriveAs(page, inDemo("chidi.okafor"));
  await page.goto(`${TEAM}/requests?q=status:draft`);
  for (const path of await requestsIn(page)) {
    await page.goto(`${path}/form`);
    await checkPage(page);
  }
  for (const slug of ["mimic-iv-note", "metabric", "lbc-dnam-age-phs000821"]) {
    await page.goto(`/catalogue/${slug}`);
    await checkPage(page);
    await page.getByRole("link", { name: "Request access" }).click();
    await expect(page.getByRole("form", { name: "Application" })).toBeVisible();
    await checkPage(page);
  }
});

test("a viewer's pages of the demo team are accessible", async ({ page }) => {
  await arriveAs(page, inDemo("eva.novak"));
  for (const path of [
    "",
    "/requests",
    "/requests/GB-1",
    "/access?state=ready",
    "/people",
    "/people/me",
    "/institution",
    "/settings",
  ]) {
    await page.goto(`${TEAM}${path}`);
    await checkPage(page);
  }
});

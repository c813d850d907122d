import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { arriveAs } from "./beginnings";
import { today } from "./calendar";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const ACCESS = "/t/ruiz-lab/access";
const inDemo = (name: string) => `${name}@demo.gatebook.example`;

test("the matrix is walked with the keys of a grid, and each cell tells why", async ({ page }) => {
  await arriveAs(page, inDemo("dana.levi"));
  await page.goto(ACCESS);
  const grid = page.getByRole("grid");
  await grid.getByRole("gridcell").first().focus();
  const place = async () => [
    await page.locator(":focus").getAttribute("data-row"),
    await page.locator(":focus").getAttribute("data-column"),
  ];
  const units = Number(await grid.getAttribute("aria-colcount")) - 1;
  for (const [key, expected] of [
    ["ArrowRight", ["0", "1"]],
    ["ArrowDown", ["1", "1"]],
    ["End", ["1", String(units - 1)]],
    ["Home", ["1", "0"]],
    ["ArrowLeft", ["1", "-1"]],
    ["ArrowRight", ["1", "0"]],
  ] as const) {
    await page.keyboard.press(key);
    expect(await place()).toEqual(expected);
  }
  await expect(page.getByRole("tooltip")).toContainText("Framingham");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText(/^May (not )?open these data/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await place()).toEqual(["1", "0"]);
});

test("any day can be asked about, and one that does not exist is told so", async ({ page }) => {
  await arriveAs(page, inDemo("eva.novak"));
  await page.goto(`${ACCESS}?data=Framingham`);
  await page.getByRole("textbox", { name: "As of day" }).fill("2027-02-30");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("There is no 30 February 2027.")).toBeVisible();
  const past = addDays(today(), -500);
  await page.getByRole("textbox", { name: "As of day" }).fill(past);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText(`As of ${formatDay(past)}.`)).toBeVisible();
  await page.getByRole("combobox", { name: "People" }).selectOption("Everybody");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("gridcell", { name: "No access" }).first()).toBeVisible();
  await checkPage(page);
});

test("who looked at the archive today says so beside the approval", async ({ page }) => {
  await arriveAs(page, inDemo("bo.lindqvist"));
  await page.goto(`${ACCESS}?data=phs000007.c1&person=Ana`);
  await page.getByRole("gridcell").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Seen at the archive today" }).click();
  await expect(
    dialog.getByText(`Last seen at the archive on ${formatDay(today())}.`),
  ).toBeVisible();
});

test("on a phone the matrix is a list", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await arriveAs(page, inDemo("chidi.okafor"));
  await page.goto(ACCESS);
  await expect(page.getByRole("grid")).toBeHidden();
  await page.locator("summary").filter({ hasText: "Chidi Okafor" }).click();
  await page.getByRole("button", { name: /^HiRID/ }).click();
  await expect(page.getByRole("dialog", { name: /^Chidi Okafor: HiRID/ })).toContainText("Lapsed");
  await checkPage(page);
});

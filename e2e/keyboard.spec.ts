import type { Page } from "@playwright/test";
import { addPerson, newTeamOf } from "./beginnings";
import { expect, test } from "./test";

/** Goes on with Tab until the thing that is wanted has the focus, as long as there is a way to it. */
async function tabTo(
  page: Page,
  role: "link" | "button" | "textbox" | "searchbox" | "checkbox" | "radio" | "combobox",
  name: string | RegExp,
) {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return expectVisibleFocus(page);
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to the ${role} ${name}.`);
}

/** Whoever sees the page sees where the focus is: an outline, a ring, or another border. */
async function expectVisibleFocus(page: Page) {
  const isMarked = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
    const isRinged = outlineStyle !== "none" && outlineWidth !== "0px";
    const isField = element.matches("input, textarea") && borderColor !== "";
    return isRinged || boxShadow !== "none" || isField;
  });
  expect(isMarked, "the focus can be seen").toBe(true);
}

/** Presses Escape the moment that a dialog is there, before it has taken the focus. */
function leaveDialogAtOnce(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector("[role=dialog]")) return;
          observer.disconnect();
          const press = new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
          document.activeElement?.dispatchEvent(press);
          resolve();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );
}

test("a request goes from the catalogue to Submit by keyboard alone", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await addPerson(page, team, "Frank Mercer");
  const { keyboard } = page;

  await page.goto(`/t/${team}`);
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.goto("/catalogue");
  await tabTo(page, "searchbox", "Search the catalogue");
  await keyboard.type("EGAS00000000083");
  await keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("1 data set");
  await tabTo(page, "link", "METABRIC breast cancer");
  await keyboard.press("Enter");
  await tabTo(page, "link", "Request access");
  await keyboard.press("Enter");

  for (const [question, answer] of [
    ["Data access committee", "METABRIC data access committee"],
    ["E-mail address of the committee", "dac@example.org"],
    ["Data sets and why each is needed", "EGAS00000000083: the cohort."],
    ["Project title", "Subtypes and response"],
    ["Project description", "How subtypes predict response."],
  ] as const) {
    await tabTo(page, "textbox", question);
    await keyboard.type(answer);
  }
  for (const [question, person] of [
    ["Applicant", "Ana"],
    ["Legal representative", "Frank"],
  ] as const) {
    await tabTo(page, "combobox", question);
    await keyboard.type(person);
    await expect(page.getByRole("option", { name: person })).toBeVisible();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
  }
  await tabTo(page, "textbox", "Security appendix");
  await keyboard.type("Encrypted at rest.");
  await tabTo(page, "radio", "No");
  await keyboard.press("Space");
  await tabTo(page, "button", "Submit");
  await keyboard.press("Enter");
  const summary = page.getByRole("link", {
    name: "The applicant has read the data access agreement",
  });
  await expect(summary.first()).toBeVisible();
  await tabTo(page, "link", "The applicant has read the data access agreement");
  await keyboard.press("Enter");
  const terms = page.getByRole("checkbox", { name: /^The applicant has read/ });
  await expect(terms).toBeFocused();
  await keyboard.press("Space");
  await tabTo(page, "button", "Submit");
  await keyboard.press("Enter");
  await page.waitForURL(/\/requests\/GB-1$/);

  await tabTo(page, "button", "Mark as submitted at EGA");
  const left = leaveDialogAtOnce(page);
  await keyboard.press("Enter");
  await left;
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Mark as submitted at EGA" })).toBeFocused();
  await keyboard.press("Enter");
  await tabTo(page, "textbox", "EGA request number");
  await keyboard.type("40012");
  await keyboard.press("Enter");
  await expect(page.getByText("Recorded. Now: Submitted.")).toBeVisible();
  await expect(page.getByText("EGA number 40012")).toBeVisible();
});

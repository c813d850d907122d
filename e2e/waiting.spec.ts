import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { sentApplication } from "./ega-application";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

/** An application that has lain with its committee for so many days; gives its team and number. */
async function applicationSent(page: Page, days: number) {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, waiting");
  await addPerson(page, team, "Hélène Dubois");
  const number = await sentApplication(
    page,
    {
      ...{ accession: "EGAS00001002247", title: "Branching evolution and response" },
      people: { applicant: "Ana", legalRepresentative: "Hélène Dubois" },
      about: {
        committee: "CRUK / UCL data access committee",
        dataSets: "EGAS00001002247: the cohort.",
        aim: "How branching of tumours predicts response.",
      },
    },
    { sentOn: addDays(today(), -days) },
  );
  return { team, number };
}

test("what waits too long is asked about with a ready letter, and waits anew", async ({ page }) => {
  const { team, number } = await applicationSent(page, 40);
  const standing = page.getByRole("region", { name: "Where it stands" });
  await expect(standing).toContainText("This is longer than usual");
  await page.goto(`/t/${team}/overview`);
  const long = page.getByRole("region", { name: "Waiting longer than usual" });
  await expect(long).toContainText("for 40 days");
  await long.getByRole("link", { name: `Ask for news about ${number}` }).click();

  await page.getByRole("button", { name: "Ask the data access committee for news" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask the data access committee for news" });
  await expect(dialog.getByRole("textbox", { name: "Subject" })).toHaveValue(/EGA .*40012/);
  const letter = dialog.getByRole("textbox", { name: "Letter" });
  await expect(letter).toHaveValue(/Dear members of the data access committee/);
  await expect(letter).toHaveValue(/for 40 days/);
  const mail = dialog.getByRole("link", { name: "Open in mail" });
  await expect(mail).toHaveAttribute("href", /^mailto:\?subject=EGA/);
  await checkPage(page);
  await letter.fill("Dear members, is there any news?");
  await dialog.getByRole("button", { name: "I have sent it" }).click();
  await expect(dialog).toBeHidden();
  await expect(standing).toContainText(`You asked for news on ${formatDay(today())}.`);
  await expect(standing).toContainText(`Ask for news from ${formatDay(addDays(today(), 31))} on.`);
  await page.goto(`/t/${team}`);
  await expect(page.getByRole("region", { name: "Latest" })).toContainText("asked for news");
  await page.getByRole("link", { name: "Team overview" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Team overview" })).toBeVisible();
  await expect(long).toHaveCount(0);
});

test("where a request is can be seen on the drawing of its life, and read as a list", async ({
  page,
}) => {
  await applicationSent(page, 3);
  const drawing = page.getByRole("img", { name: /^Drawing of the steps and moves of: / });
  await expect(drawing).toBeHidden();
  await page.getByText("Where am I?").click();
  await expect(drawing).toBeVisible();
  await expect(drawing.getByText("1 here")).toBeVisible();
  const list = page.getByRole("list", { name: /^Steps and moves of: / });
  const here = list.locator("[aria-current=step]");
  await expect(here).toHaveCount(1);
  await expect(here).toContainText("Submitted");
  await checkPage(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(drawing).toBeHidden();
  await expect(here).toBeVisible();
});

test("what the team says among itself and what went to the archive stay apart", async ({
  page,
}) => {
  await applicationSent(page, 3);
  await page
    .getByRole("navigation", { name: "Pages of this request" })
    .getByText("Corresp")
    .click();
  const letters = page.getByRole("region", { name: "To and from EGA" });
  const team = page.getByRole("region", { name: "Only the team" });
  await team.getByRole("textbox", { name: "Comment for the team" }).fill("Ask Hélène first.");
  await team.getByRole("button", { name: "Add comment" }).click();
  await expect(team.getByRole("listitem")).toHaveText(/Ask Hélène first\./);
  await letters.getByRole("textbox", { name: "Day of the letter" }).fill("2027-02-30");
  await letters.getByRole("textbox", { name: "What it says" }).fill("We meet on Tuesday.");
  await letters.getByRole("button", { name: "Keep the letter" }).click();
  await expect(letters.getByText("There is no 30 February 2027.").first()).toBeVisible();
  await letters.getByRole("textbox", { name: "Day of the letter" }).fill(today());
  await letters.getByRole("button", { name: "Keep the letter" }).click();
  await expect(letters.getByRole("listitem")).toHaveText(/They wrote.*We meet on Tuesday\./);
  await expect(letters).not.toContainText("Ask Hélène");
  await expect(team).not.toContainText("Tuesday");
  await checkPage(page);

  await page.emulateMedia({ media: "print" });
  await expect(letters).toBeVisible();
  await expect(team).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await team.getByRole("button", { name: "Take back" }).click();
  await team.getByRole("button", { name: "Yes, its text goes" }).click();
  await expect(team.getByRole("listitem")).toContainText("This was taken back.");
});

test("how access works at an archive is told to everybody", async ({ page, watch }) => {
  watch.expect(/404/);
  for (const [code, name] of [
    ["ega", "EGA"],
    ["dbgap", "dbGaP"],
    ["physionet", "PhysioNet"],
  ] as const) {
    await page.goto(`/catalogue/archives/${code}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`How access works at ${name}`);
    await expect(page.getByRole("img", { name: /^Drawing of/ }).first()).toBeVisible();
    await page
      .getByText(/^All \d+ steps in a table$/)
      .first()
      .click();
    await expect(page.getByRole("table", { name: /^Steps of / }).first()).toBeVisible();
    await checkPage(page);
  }
  await page.goto("/catalogue/archives/no-such-archive");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("How access works");
});

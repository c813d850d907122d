import { addDays } from "@/lib/dates/day";
import { formatDay, formatDayLong, formatDayWithDistance } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { runReminders } from "./commands";
import { sentApplication } from "./ega-application";
import { everyPage } from "./every-page";
import { checkPage } from "./page-check";
import { endToldTomorrow } from "./reminder";
import { expect, test } from "./test";
import { leftInEnglish } from "./unsaid";

test("a visitor reads Gatebook in German, and gets the sign-in mail in German", async ({
  page,
  mailbox,
}) => {
  const address = newAddress("ana");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Anmelden", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await checkPage(page);

  await page.getByRole("textbox").fill("niemand");
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("alert").first()).toContainText(
    "Geben Sie eine einfache E-Mail-Adresse",
  );
  await page.getByRole("textbox").fill(address);
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL("/sign-in/check-mail");
  const mail = await mailbox.lastMailTo(address);
  expect(mail.subject).toBe("Ihr Anmeldelink für Gatebook");
  expect(mail.html).toContain('lang="de"');
});

test("who chooses German reads pages, dates and mails in German", async ({ page, mailbox }) => {
  test.slow();
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Labor Ruiz, Deutsch");
  await addPerson(page, team, "Hélène Dubois");

  await page.goto(`/t/${team}`);
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Account and language" }).click();
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Ihr Konto" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await checkPage(page);

  const end = endToldTomorrow();
  const number = await sentApplication(
    page,
    {
      accession: "EGAS00001002247",
      title: "Verzweigte Evolution",
      people: { applicant: "Ana", legalRepresentative: "Hélène Dubois" },
      about: { committee: "CRUK / UCL", dataSets: "TRACERx", aim: "Wie Tumoren antworten." },
    },
    { endsOn: end },
  );
  await page.reload();
  const main = page.getByRole("main");
  await expect(main).toContainText("Erteilt");
  await expect(main).toContainText(formatDay(end, "de"));
  await expect(main).not.toContainText(formatDay(end));
  await checkPage(page);

  await page.goto(`/t/${team}`);
  await expect(page.getByRole("main")).toContainText(formatDayWithDistance(end, today(), "de"));
  await checkPage(page);

  await runReminders(team, addDays(end, -30));
  const mail = await mailbox.lastMailTo(ana);
  expect(mail.subject).toContain(`[${number}]`);
  expect(mail.subject).toContain(`Zugang endet ${formatDay(end, "de")}`);
  expect(mail.text).toContain(formatDayLong(end, "de"));
  expect(mail.text).not.toContain(formatDay(end));
  expect(mail.html).toContain('lang="de"');

  for (const path of await everyPage(page, [`/t/${team}`])) {
    expect.soft(await leftInEnglish(page, path), path).toEqual([]);
  }
});

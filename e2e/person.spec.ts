import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { addPerson, joinAs, newTeamOf } from "./beginnings";
import { today } from "./calendar";
import { box, recordAccount, recordAnother, takeStep } from "./holdings";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

/** The completion report as CITI prints it, as far as anybody looks into it here. */
const REPORT = {
  name: "citiCompletionReport.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.7\nCompletion Report, part 1 of 2: coursework requirements.\n%%EOF\n",
  ),
};

test("Chidi records his credential and training, step by step, on his own page", async ({
  page,
  somebodyElse,
}) => {
  const team = await newTeamOf(page, "ana");
  const chidi = await somebodyElse();
  await joinAs(chidi, page, team, { name: "chidi", role: "member" });
  await chidi.goto(`/t/${team}/people`);
  await chidi.getByRole("link", { name: "My page" }).click();
  await expect(chidi.getByRole("heading", { name: "My prerequisites" })).toBeVisible();
  await expect(chidi.getByText("Nothing is asked for yet.")).toBeVisible();
  await checkPage(chidi);

  const credential = "PhysioNet credential";
  const dialog = await recordAnother(chidi, credential);
  await dialog
    .getByRole("textbox", { name: "E-mail address of the reference" })
    .fill("ana@lab.example.org");
  await checkPage(chidi);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(box(chidi, credential)).toContainText("Incomplete");
  await takeStep(chidi, credential, "Application sent");
  await expect(box(chidi, credential)).toContainText("In review");
  await takeStep(chidi, credential, "Reference contacted");
  await expect(box(chidi, credential)).toContainText("Waiting on the reference");
  await expect(box(chidi, credential)).toContainText(
    `${formatDay(addDays(today(), 15))}: PhysioNet reminds the reference.`,
  );
  await checkPage(chidi);
  await takeStep(chidi, credential, "Reference said yes");
  await takeStep(chidi, credential, "Credential granted");
  await expect(box(chidi, credential)).toContainText("Current");
  await expect(box(chidi, credential)).toContainText("no end is known");

  const training = "CITI Data or Specimens Only Research";
  const ends = addDays(today(), 200);
  const form = await recordAnother(chidi, training);
  await form.getByRole("combobox", { name: "Where it stands" }).click();
  await chidi.getByRole("option", { name: "Accepted", exact: true }).click();
  await form.getByRole("textbox", { name: "Accepted by PhysioNet on" }).fill(today());
  await form.getByRole("textbox", { name: "Report ends on" }).fill("2027-02-30");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("There is no 30 February 2027.").first()).toBeVisible();
  await form.getByRole("textbox", { name: "Report ends on" }).fill(ends);
  const chooser = chidi.waitForEvent("filechooser");
  await form.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(REPORT);
  await expect(form.getByRole("link", { name: REPORT.name })).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(box(chidi, training)).toContainText("Current");
  await expect(box(chidi, training)).toContainText(formatDay(ends));
  await expect(box(chidi, training)).toContainText("the report's own end");
  await expect(box(chidi, training).getByRole("link", { name: REPORT.name })).toBeVisible();
  await checkPage(chidi);
});

test("one account belongs to one person, and a member records only what is their own", async ({
  page,
  somebodyElse,
}) => {
  const orcid = "0000-0002-1825-0097";
  const team = await newTeamOf(page, "ana");
  const chidi = await somebodyElse();
  await joinAs(chidi, page, team, { name: "chidi", role: "member" });
  await chidi.goto(`/t/${team}/people/me`);
  await recordAccount(chidi, "ORCID iD", `https://orcid.org/${orcid}`);

  await addPerson(page, team, "Dana Levi");
  await page.goto(`/t/${team}/people`);
  await page.getByRole("link", { name: "Dana Levi" }).click();
  await expect(page.getByRole("heading", { name: "Dana Levi" })).toBeVisible();
  const hers = await recordAnother(page, "ORCID iD");
  await hers.getByRole("textbox", { name: "Account" }).fill(orcid);
  await hers.getByRole("button", { name: "Save" }).click();
  const refusal =
    /This ORCID iD is recorded for Chidi.* already; one account belongs to one person/;
  await expect(hers.getByText(refusal).first()).toBeVisible();
  await checkPage(page);
  await expect(hers.getByRole("textbox", { name: "Account" })).toHaveValue(orcid);

  await chidi.goto(`/t/${team}/people`);
  await chidi.getByRole("link", { name: "Dana Levi" }).click();
  await expect(chidi.getByRole("heading", { name: "Prerequisites", exact: true })).toBeVisible();
  await expect(chidi.getByRole("button", { name: "Record something" })).toHaveCount(0);
});

test("what the institution holds is recorded for one request or for all", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}/people`);
  await page.getByRole("link", { name: "Institution", exact: true }).click();
  await expect(box(page, "NIST SP 800-171 attestation")).toContainText("Missing");
  await checkPage(page);
  const name = "Ethics approval";
  await box(page, name)
    .getByRole("button", { name: `Record it: ${name}` })
    .click();
  const dialog = page.getByRole("dialog", { name: `Record: ${name}` });
  await dialog.getByRole("combobox", { name: "Where it stands" }).click();
  await page.getByRole("option", { name: "Approved", exact: true }).click();
  await dialog.getByRole("textbox", { name: "Approved on" }).fill(addDays(today(), -300));
  await dialog.getByRole("textbox", { name: "Approved until" }).fill(addDays(today(), 20));
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(box(page, name)).toContainText("Ending soon");
  await expect(box(page, name)).toContainText("in 20 days");
  await page.goto(`/t/${team}/settings`);
  const rule = page.getByRole("textbox", { name: "Days for which PhysioNet counts" });
  await rule.fill("1095");
  await page.getByRole("button", { name: "Save the rules of PhysioNet" }).click();
  await expect(page.getByText("The rules of PhysioNet were saved.")).toBeVisible();
  await page.reload();
  await expect(rule).toHaveValue("1095");
  await checkPage(page);
});

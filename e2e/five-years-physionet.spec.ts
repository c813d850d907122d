import type { Page } from "@playwright/test";
import { addDays, type Day } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import * as closeOut from "./close-out";
import { open, part } from "./dialogs";
import { placeAccount, placeQualification, setFirstDay } from "./placed-people";
import { approvedUntil, placeRenewal } from "./placed-request";
import * as renewal from "./renewal";
import * as request from "./request";
import { expect, test } from "./test";
import * as years from "./years";

/** What the authors of HiRID grant here, each time from their decision on. */
const DAYS = 600;

/** Three acceptances, each ten days before the end of the one before; the last has fifty days left. */
function acceptedDays(): [Day, Day, Day] {
  const third = addDays(today(), 50 - DAYS);
  const second = addDays(third, 10 - DAYS);
  return [addDays(second, 10 - DAYS), second, third];
}

const endOf = (decided: Day) => addDays(decided, DAYS);
const goTo = (page: Page, team: string, number: string, tab = "") =>
  page.goto(`/t/${team}/requests/${number}${tab}`);

/** Account, credential and trainings of somebody, in place since that day. */
async function placePrerequisites(page: Page, team: string, name: string, since: Day) {
  const value = `${name.toLowerCase().replace(" ", "-")}-kathmandu`;
  await placeAccount(page, team, name, { scheme: "physionet", value, verifiedOn: since });
  for (const type of ["physionet_credential", "citi_data_only", "gcp"]) {
    await placeQualification(page, team, name, { type, acceptedOn: since });
  }
}

const accept = (page: Page, decided: Day) =>
  request.recordApproval(page, "Record approval", {
    ...{ decidedOn: decided, endsOn: endOf(decided) },
    answers: { "Days granted": String(DAYS) },
  });

/** A request that the authors reject at first; asked again with a purpose that says more. */
async function firstAcceptance(page: Page, decided: Day): Promise<string> {
  await request.requestAccess(page, "https://physionet.org/content/hirid/1.1.1/");
  await request.write(page, "Title of the project", "Early warning of circulatory failure");
  await request.write(page, "Purpose", "We test a model.");
  const number = await request.saveDraft(page);
  await request.tick(page, "This person is credentialed and the required training is accepted");
  await request.tick(page, "This person accepts the agreement on the request form");
  await request.submit(page);
  const overview = page.url();
  const submitted = "Mark as submitted at PhysioNet";
  await request.record(page, submitted, { "Requested on": addDays(decided, -40) });
  await request.record(page, "Rejected", {
    "Rejected on": addDays(decided, -30),
    Why: "Say which model, and trained on what.",
  });
  // It asks nothing, so it is done at once.
  await request.openMove(page, "Apply again");
  await expect(page.getByText("Recorded. Now: Draft.")).toBeVisible();
  await page.goto(`${overview}/form`);
  await request.write(page, "Purpose", "We test a model that was trained on our own unit.");
  await request.saveDraft(page);
  await request.submit(page);
  await request.record(page, submitted, { "Requested on": addDays(decided, -20) });
  await accept(page, decided);
  return number;
}

/** Everybody asks anew before the days are over; they count from the new decision. */
async function askAnew(page: Page, about: years.Reminded, old: Day, decided: Day): Promise<void> {
  await goTo(page, about.team, about.number);
  await renewal.begin(page, "Ask anew");
  await renewal.write(page, { "What came of the data so far": "Warnings two hours ahead." });
  await renewal.fileAs(page, "Mark the new request as submitted at PhysioNet", {
    "Requested on": addDays(decided, -15),
  });
  await years.expectSilence(about, old);
  await renewal.openTab(page, "Overview");
  await accept(page, decided);
  await years.expectToldOfEnd(about, endOf(decided));
}

/** The same by the services behind those pages. */
async function askAnewAsBefore(page: Page, about: years.Reminded, decided: Day): Promise<void> {
  const end = endOf(decided);
  await placeRenewal(page, about.number, {
    begin: "begin_anew",
    report: { results: "Warnings two hours ahead." },
    moves: [
      { move: "file_anew", answers: { on: addDays(decided, -15) } },
      {
        ...{ move: "accept", answers: { durationDays: String(DAYS) } },
        decision: approvedUntil(end, decided),
      },
    ],
  });
  await years.expectToldOfEnd(about, end);
}

/** From a complete form of a credentialed project to the signatures of all its people. */
async function sign(page: Page, people: number, on: Day): Promise<void> {
  for (let person = 0; person < people; person++) {
    for (const question of [
      "Is this person credentialed at PhysioNet?",
      "Is the CITI training accepted at PhysioNet?",
    ]) {
      const group = page.getByRole("radiogroup", { name: question }).nth(person);
      await group.getByRole("radio", { name: "Yes" }).check();
    }
    await page
      .getByRole("checkbox", { name: "This person has read the agreement of this version" })
      .nth(person)
      .check();
  }
  await request.saveDraft(page);
  await request.submit(page);
  await request.record(page, "Already credentialed and trained", { "Both in place since": on });
  await request.recordApproval(page, "Record approval: agreement signed", {
    ...{ decidedOn: on, endsOn: "" },
  });
}

/** MIMIC-IV 2.2 is signed by both, and the page Renewal says why nothing of it is renewed. */
async function signOldVersion(page: Page, on: Day): Promise<void> {
  await request.requestAccess(page, "https://physionet.org/content/mimiciv/2.2/");
  await page.getByRole("checkbox", { name: /3\.1/ }).uncheck();
  await page.getByRole("checkbox", { name: /2\.2/ }).check();
  await request.tick(page, "Chidi Okafor");
  await sign(page, 2, on);
  await renewal.openTab(page, "Renewal");
  const instead = part(page, "Not renewable");
  await expect(instead).toContainText("there is nothing to renew");
  await expect(instead).toContainText("A new version of the data needs a new signature");
}

/** Version 3.1 is signed again, by those who are still there. */
async function signNewVersion(page: Page, team: string, on: Day): Promise<void> {
  await years.recordVersion(page, team, /MIMIC-IV/, "3.1");
  const version = part(page, /MIMIC-IV.*3\.1/);
  await expect(version).toContainText("Each person signs again");
  await expect(version.getByRole("listitem").filter({ hasText: "Ana" })).toBeVisible();
  await expect(version.getByRole("listitem").filter({ hasText: "Chidi" })).toHaveCount(0);
  const dialog = await open(page, /^Request the new version for these people: /, /^Request /);
  await dialog.getByRole("button", { name: "Prepare the request" }).click();
  await page.waitForURL(/\/requests\/GB-3\/form$/);
  await sign(page, 1, on);
  await page.goto(`/t/${team}/versions`);
  await expect(version).toContainText("has it");
}

/** A name stands in a note; PhysioNet hears of it the same day. */
async function findName(page: Page, team: string, known: Day): Promise<void> {
  await years.recordIncident(page, team, {
    ...{ kind: "Identifying information found in the data", title: "A name in a field" },
    ...{ data: /HiRID/, what: "A free-text field holds a name.", known, at: "11:15" },
  });
  const matter = part(page, /^PhysioNet, GB-/);
  await expect(matter).toContainText("PHI-report@physionet.org");
  await expect(matter).toContainText(formatDay(known));
  await years.tell(page, /^Done: Report /, known);
  await years.closeIncident(page, "PhysioNet removed it.");
}

/** PhysioNet prescribes no close-out; the order is advice, and waits for the last copy too. */
async function closeOutRequest(page: Page): Promise<void> {
  const on = today();
  await expect(page.getByText("PhysioNet prescribes no close-out").first()).toBeVisible();
  await closeOut.begin(page);
  const early = await open(page, /^Record this step: Every copy/, "Every copy is removed");
  await early.getByRole("button", { name: "Save" }).click();
  await expect(early.getByText(/hirid-tables/).first()).toBeVisible();
  await early.getByRole("button", { name: "Cancel" }).click();
  await closeOut.destroyCopy(page, "hirid-tables", {
    ...{ on, how: "overwritten with shred", witness: "Chidi Okafor" },
  });
  await closeOut.recordStep(page, "Every copy is removed", { "All removed by": on });
  await closeOut.recordStep(page, "The data are no longer used", { "No longer used since": on });
}

test("PhysioNet: five years of two projects, from the first request to a certificate", async ({
  page,
  mailbox,
}) => {
  test.setTimeout(300_000);
  const [first, second, third] = acceptedDays();
  const before = addDays(first, -60);
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Ana lab, five years of wards");
  await setFirstDay(page, team, "Ana", before);
  await addPerson(page, team, "Chidi Okafor", before);
  await placePrerequisites(page, team, "Ana", before);
  await placePrerequisites(page, team, "Chidi Okafor", before);

  const number = await firstAcceptance(page, first);
  const about = { page, mailbox, address: ana, team, number };
  await years.expectToldOfEnd(about, endOf(first));
  await goTo(page, team, number, "/close-out");
  await closeOut.registerCopy(page, {
    ...{ name: "hirid-tables", where: "fjord:/gated/hirid", since: addDays(first, 3) },
  });
  await signOldVersion(page, addDays(first, 30));
  const left = addDays(first, 450);
  await years.leave(page, team, "Chidi Okafor", left);
  await goTo(page, team, "GB-2");
  await expect(part(page, "Duties")).toContainText("Their own access at PhysioNet stays with them");

  await askAnew(page, about, endOf(first), second);
  await findName(page, team, addDays(second, 200));
  await askAnewAsBefore(page, about, third);
  await signNewVersion(page, team, addDays(third, 20));

  await goTo(page, team, number, "/rounds");
  const chain = page.getByRole("region", { name: "Rounds", exact: true });
  await expect(chain.getByRole("heading", { name: /^Round \d/ })).toHaveCount(3);
  await expect(part(page, "What was filed").getByRole("rowheader")).toHaveCount(4);
  const hirid = { person: "Ana", unit: "hirid/1.1.1" };
  await years.expectAccess(page, team, hirid, "Ready");

  await goTo(page, team, number, "/close-out");
  await closeOutRequest(page);
  const certificate = await closeOut.downloadCertificate(page, team);
  expect(certificate.request.number).toBe(number);
  expect(certificate.approvals).toHaveLength(3);

  const on = addDays(first, 400);
  await years.expectAccess(page, team, { ...hirid, on }, "Ready");
  for (const person of ["Ana", "Chidi"]) {
    await years.expectAccess(page, team, { person, unit: "mimiciv/2.2", on }, "Ready");
  }
  await years.expectAccess(page, team, hirid, "Closed");
  await years.expectAccess(page, team, { person: "Ana", unit: "mimiciv/3.1" }, "Ready");
  await years.expectAccess(page, team, { person: "Chidi", unit: "mimiciv/3.1" }, "Blocked");
  await years.expectAccess(page, team, { person: "Chidi", unit: "mimiciv/2.2" }, "Ready");
});

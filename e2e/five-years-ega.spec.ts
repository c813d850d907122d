import type { Page } from "@playwright/test";
import { addDays, addYears, type Day } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import * as closeOut from "./close-out";
import { open, part } from "./dialogs";
import { METHYLATION, sentApplication } from "./ega-application";
import { placeAccount, setFirstDay } from "./placed-people";
import { approvedUntil, placeRenewal } from "./placed-request";
import * as renewal from "./renewal";
import * as request from "./request";
import { expect, test } from "./test";
import * as years from "./years";

const UNIT = METHYLATION.accession;

/** An agreement for a year and two extensions of two years, the last of which has seventy days left. */
function agreedDays() {
  const third = addDays(today(), 70);
  const second = addYears(third, -2);
  const first = addYears(second, -2);
  return { decided: addYears(first, -1), ends: [first, second, third] as const };
}

const goTo = (page: Page, team: string, number: string, tab = "") =>
  page.goto(`/t/${team}/requests/${number}${tab}`);

/** The application and its approval. */
const firstApproval = (page: Page, decidedOn: Day, endsOn: Day): Promise<string> =>
  sentApplication(
    page,
    {
      ...METHYLATION,
      people: { ...METHYLATION.people, namedPeople: ["Chidi Okafor"] },
    },
    { sentOn: addDays(decidedOn, -60), decidedOn, endsOn },
  );

/** The committee extends the agreement; its old end is followed by silence, the new one is told. */
async function extend(page: Page, about: years.Reminded, old: Day, end: Day): Promise<void> {
  await goTo(page, about.team, about.number);
  await renewal.begin(page, "Begin the extension");
  await renewal.write(page, {
    "Why the data are still needed": "The follow-up of the cohort is not over.",
    "Extension asked until": end,
  });
  await renewal.fileAs(page, "Extension asked of the committee", {
    "Sent to the committee on": addDays(old, -70),
  });
  await years.expectSilence(about, old);
  await renewal.openTab(page, "Overview");
  await request.recordApproval(page, "Record approval", {
    decidedOn: addDays(old, -20),
    endsOn: end,
  });
  await years.expectToldOfEnd(about, end);
}

/** The same by the services behind those pages. */
async function extendAsBefore(page: Page, about: years.Reminded, old: Day, end: Day) {
  await placeRenewal(page, about.number, {
    begin: "begin_extension",
    report: { stillNeeded: "The follow-up of the cohort is not over.", askedUntil: end },
    moves: [
      { move: "file_extension", answers: { on: addDays(old, -70) } },
      { move: "grant", answers: {}, decision: approvedUntil(end, addDays(old, -20)) },
    ],
  });
  await years.expectToldOfEnd(about, end);
}

/** Data were shown to somebody outside; the committee hears of it the same day. */
async function breach(page: Page, team: string, known: Day): Promise<void> {
  await years.recordIncident(page, team, {
    ...{ kind: "Loss or theft of a device or medium", title: "A disk was lost" },
    ...{ data: new RegExp(UNIT), what: "Between two offices.", known, at: "16:00" },
  });
  const matter = part(page, /^EGA, GB-/);
  await expect(matter).toContainText(formatDay(known));
  await expect(matter).toContainText("clause 14");
  await years.tell(page, /^Done: Tell /, known);
  await years.closeIncident(page, "The disk was encrypted.");
}

/** A new data set has an accession of its own, so it is asked for with the answers of the old one. */
async function askForNewDataSet(page: Page, team: string): Promise<void> {
  await years.recordVersion(page, team, new RegExp(UNIT), "EGAD00009999991");
  await expect(part(page, /EGAD00009999991/)).toContainText("A new request");
  const dialog = await open(page, /^Prepare the request: /, /^Request /);
  await dialog.getByRole("button", { name: "Prepare the request" }).click();
  await page.waitForURL(/\/requests\/GB-2\/form$/);
  await expect(page.getByRole("textbox", { name: "Project description" })).toHaveValue(
    "Whether methylation age foretells death.",
  );
}

/** The close-out in the order of EGA's template, which waits for the last copy. */
async function closeOutApplication(page: Page): Promise<void> {
  const on = today();
  await closeOut.begin(page);
  await closeOut.recordStep(page, "Outputs are listed, with the producers named", {
    "Looked through on": on,
  });
  const early = await open(page, /^Record this step: Every copy/, "Every copy is destroyed");
  await early.getByRole("button", { name: "Save" }).click();
  await expect(early.getByText(/methylation-arrays/).first()).toBeVisible();
  await early.getByRole("button", { name: "Cancel" }).click();
  await closeOut.destroyCopy(page, "methylation-arrays", {
    ...{ on, how: "overwritten with shred", witness: "Hélène Dubois" },
  });
  await closeOut.recordStep(page, "Every copy is destroyed", { "All destroyed by": on });
  await closeOut.recordStep(
    page,
    "Committee has the statement of destruction",
    { "Sent to the committee on": on, "To whom it was sent": "dac@example.org" },
    "Statement.pdf",
  );
}

test("EGA: five years of an agreement, from its draft to the certificate of its close-out", async ({
  page,
  mailbox,
}) => {
  test.setTimeout(300_000);
  const { decided, ends } = agreedDays();
  const [first, second, third] = ends;
  const before = addDays(decided, -90);
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Ana lab, five years of methylation");
  await setFirstDay(page, team, "Ana", before);
  for (const person of ["Hélène Dubois", "Chidi Okafor"]) {
    await addPerson(page, team, person, before);
  }
  for (const person of ["Ana", "Chidi"]) {
    const value = `${person.toLowerCase()}@lab.example.org`;
    await placeAccount(page, team, person, { scheme: "ega", value, verifiedOn: before });
  }

  const number = await firstApproval(page, decided, first);
  const about = { page, mailbox, address: ana, team, number };
  await years.expectToldOfEnd(about, first);
  await goTo(page, team, number, "/close-out");
  await closeOut.registerCopy(page, {
    ...{ name: "methylation-arrays", where: "fjord:/gated/lbc", since: addDays(decided, 3) },
  });
  await extend(page, about, first, second);

  const left = addDays(first, 150);
  await years.leave(page, team, "Chidi Okafor", left);
  await goTo(page, team, number);
  const notice = part(page, "Duties")
    .getByRole("listitem")
    .filter({ hasText: "Tell the data access committee that the person has left" });
  await expect(notice.locator("time")).toHaveAttribute("datetime", addDays(left, 30));
  await breach(page, team, addDays(first, 300));
  await years.publish(page, team, number, addDays(first, 400));

  await extendAsBefore(page, about, second, third);
  await askForNewDataSet(page, team);

  await goTo(page, team, number, "/rounds");
  const chain = page.getByRole("region", { name: "Rounds", exact: true });
  await expect(chain.getByRole("heading", { name: /^Round \d/ })).toHaveCount(3);
  await chain.getByText("What changed since round 1").click();
  await expect(part(page, "What was filed").getByRole("rowheader")).toHaveCount(3);
  await years.expectAccess(page, team, { person: "Ana", unit: UNIT }, "Ready");

  await goTo(page, team, number, "/close-out");
  await closeOutApplication(page);
  const certificate = await closeOut.downloadCertificate(page, team);
  expect(certificate.request.number).toBe(number);
  expect(certificate.approvals).toHaveLength(3);

  const inYearTwo = { unit: UNIT, on: addDays(first, 100) };
  for (const person of ["Ana", "Chidi"]) {
    await years.expectAccess(page, team, { person, ...inYearTwo }, "Ready");
  }
  const afterChidi = { person: "Chidi", unit: UNIT, on: addDays(left, 1) };
  await years.expectAccess(page, team, afterChidi, "Blocked");
  await years.expectAccess(page, team, { person: "Ana", unit: UNIT }, "Closed");
});

import type { Page } from "@playwright/test";
import { addDays, addYears, type Day } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import * as closeOut from "./close-out";
import { approvedRound, placedProject, signedOff } from "./dbgap-project";
import { fill, finish, open, part, pick } from "./dialogs";
import { placeAccount, setFirstDay } from "./placed-people";
import { placeMoves, placeRenewal } from "./placed-request";
import * as renewal from "./renewal";
import * as request from "./request";
import { expect, test } from "./test";
import * as years from "./years";

const PEOPLE = {
  pi: "Ana",
  signingOfficial: "Frank Mercer",
  itDirector: "Grace Liu",
  collaborator: "Bo Lind",
};

/** A year of approval: decided ten days before the end of the year before. */
type Year = { number: number; decided: Day; end: Day };

/** Five years of approval, told back from one that still has forty days. */
function fiveYears(): [Year, Year, Year, Year, Year] {
  const yearTo = (number: number, end: Day): Year => ({ number, decided: addYears(end, -1), end });
  const before = ({ number, decided }: Year) => yearTo(number - 1, addDays(decided, 10));
  const fifth = yearTo(5, addDays(today(), 40));
  const fourth = before(fifth);
  const third = before(fourth);
  const second = before(third);
  return [before(second), second, third, fourth, fifth];
}

const goTo = (page: Page, team: string, number: string, tab = "") =>
  page.goto(`/t/${team}/requests/${number}${tab}`);

/** The first approval, after the committee has sent one part of the project back. */
async function firstApproval(page: Page, { decided, end }: Year): Promise<string> {
  const filed = signedOff(addDays(decided, -40), addDays(decided, -36));
  const number = await placedProject(page, PEOPLE, "phs000424.v10.p2", filed);
  const returned = await request.openMove(page, "Changes requested");
  await fill(returned, {
    "Returned on": addDays(decided, -20),
    "What the committee asks": "Say which tissues.",
  });
  await returned.getByRole("checkbox", { name: "The research" }).check();
  await request.finish(page, returned);
  const form = page.url();
  await page.goto(`${form}/form`);
  await request.write(page, "Research use statement", "We model expression over age in the brain.");
  await request.saveDraft(page);
  await page.goto(form);
  const again = await request.openMove(page, "Resubmit through the signing official");
  await again.getByRole("checkbox", { name: /GTEx/ }).check();
  await fill(again, { "Resubmitted at dbGaP on": addDays(decided, -15) });
  await request.finish(page, again);
  const on = addDays(decided, -12);
  const signed = { move: "so_approved", answers: { on } };
  await placeMoves(page, number, [signed, approvedRound(1, end, decided)]);
  return number;
}

const signOff = (page: Page, on: Day) =>
  request.record(page, "Signing official approved", { "Approved by the signing official on": on });

const approve = (page: Page, { number, decided, end }: Year) =>
  request.recordApproval(page, "Record approval", {
    ...{ decidedOn: decided, endsOn: end },
    answers: { "Data access request number": `118322-${number}` },
  });

/** One renewal from the page Renewal to its approval; `look` sees it while it is filed. */
async function renew(
  page: Page,
  year: Year,
  steps: { write?: () => Promise<void>; look?: () => Promise<void> } = {},
): Promise<void> {
  await renewal.begin(page);
  await steps.write?.();
  await renewal.writeReport(page);
  await renewal.file(page, addDays(year.decided, -25));
  await steps.look?.();
  await renewal.openTab(page, "Overview");
  await signOff(page, addDays(year.decided, -22));
  await approve(page, year);
}

/** One renewal without anything new, by the services behind those pages. */
function renewAsBefore(page: Page, request: string, { number, decided, end }: Year): Promise<void> {
  return placeRenewal(page, request, {
    begin: "begin_renewal",
    report: {
      dataUse: "We modelled expression over age.",
      plans: "The same in two more tissues.",
      violations: "None",
    },
    moves: [
      { move: "file_renewal", answers: { on: addDays(decided, -25) } },
      { move: "so_approved", answers: { on: addDays(decided, -22) } },
      approvedRound(number, end, decided),
    ],
  });
}

/** GTEx has a newer version, and dbGaP asks nothing of those who have its consent group. */
async function hearOfNewVersion(page: Page, team: string): Promise<void> {
  await years.recordVersion(page, team, /GTEx/, "v11.p3");
  await expect(part(page, /v11\.p3/)).toContainText("There is nothing to do");
}

/** A theft that NIH hears of the next morning, and in detail two days later. */
async function sufferTheft(page: Page, team: string, known: Day): Promise<void> {
  await years.recordIncident(page, team, {
    ...{ kind: "Loss or theft of a device or medium", title: "A laptop was stolen" },
    ...{ data: /GTEx/, what: "On the train.", known, at: "09:30" },
  });
  await expect(part(page, /^dbGaP, GB-/)).toContainText(`${formatDay(addDays(known, 1))}, 09:30`);
  await years.tell(page, /^Done: Tell /, addDays(known, 1));
  await years.tell(page, /^Done: Send /, addDays(known, 3));
  await years.closeIncident(page, "The disk was encrypted.");
}

/** Since 2025 renewed projects need the institution's attestation; the three signed it on this day. */
async function attest(page: Page, team: string, on: Day): Promise<void> {
  await page.goto(`/t/${team}/institution`);
  const attestation = "NIST SP 800-171 attestation";
  const dialog = await open(page, `Record it: ${attestation}`, `Record: ${attestation}`);
  await pick(dialog, page, "Where it stands", /^Attested$/);
  await fill(dialog, { "Last of the three on": on });
  await finish(dialog, "Save");
}

/** The close-out in dbGaP's order, which waits for the last copy. */
async function closeOutProject(page: Page): Promise<void> {
  const on = today();
  await closeOut.begin(page);
  await closeOut.recordStep(page, "Outputs are listed", { "Looked through on": on });
  await closeOut.recordStep(
    page,
    "Final report is written",
    {
      "Finished on": on,
      "How the data were used": "Expression over age.",
      "Breaches of the terms": "One laptop was stolen; NIH was told.",
    },
    "Final report.pdf",
  );
  await closeOut.destroyCopy(page, "gtex-expression", {
    ...{ on, how: "overwritten with shred", witness: "Grace Liu" },
  });
  const early = await open(page, /^Record this step: Every copy/, "Every copy is destroyed");
  await early.getByRole("button", { name: "Save" }).click();
  await expect(early.getByText(/age-model/).first()).toBeVisible();
  await early.getByRole("button", { name: "Cancel" }).click();
  await closeOut.destroyCopy(page, "age-model", {
    ...{ on, how: "bucket and all its versions deleted", witness: "Grace Liu" },
  });
  await closeOut.recordStep(page, "Every copy is destroyed", { "All destroyed by": on });
  await closeOut.recordStep(
    page,
    "PI submitted the close-out at dbGaP",
    { "Close-out submitted at dbGaP on": on },
    "Close-out.pdf",
  );
  await closeOut.recordStep(
    page,
    "Signing official confirmed the destruction",
    { "Confirmed on": on, "Name of the signing official": "Frank Mercer" },
    "Confirmation.pdf",
  );
}

test("dbGaP: five years of a project, from its draft to the certificate of its close-out", async ({
  page,
  mailbox,
}) => {
  test.setTimeout(300_000);
  const [first, second, third, fourth, fifth] = fiveYears();
  const before = addDays(first.decided, -60);
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Ana lab, five years");
  await setFirstDay(page, team, "Ana", before);
  for (const person of ["Frank Mercer", "Grace Liu", "Bo Lind"]) {
    await addPerson(page, team, person, before);
  }
  const account = { scheme: "era_commons", value: "ANA_RUIZ", verifiedOn: before };
  await placeAccount(page, team, "Ana", account);

  const number = await firstApproval(page, first);
  const about = { page, mailbox, address: ana, team, number };
  await years.expectToldOfEnd(about, first.end);
  await goTo(page, team, number, "/close-out");
  await closeOut.registerCopy(page, {
    ...{ name: "gtex-expression", where: "fjord:/gated/gtex", since: addDays(first.decided, 5) },
    by: "Bo Lind",
  });

  await renew(page, second, { look: () => years.expectSilence(about, first.end) });
  await years.expectToldOfEnd(about, second.end);
  const left = addDays(second.decided, 200);
  await years.leave(page, team, "Bo Lind", left);
  await years.publish(page, team, number, addDays(second.decided, 250));
  const inYearTwo = { unit: "phs000424", on: addDays(second.decided, 100) };
  await years.expectAccess(page, team, { person: "Bo Lind", ...inYearTwo }, "Ready");
  const afterwards = { unit: "phs000424", on: addDays(left, 1) };
  await years.expectAccess(page, team, { person: "Bo Lind", ...afterwards }, "Blocked");
  await goTo(page, team, number);
  await expect(part(page, "Duties")).toContainText("Remove the person from every copy of the data");
  await renew(page, third, {
    write: async () => {
      await expect(page.getByRole("checkbox", { name: "Genes of age" })).toBeChecked();
      await page.getByRole("switch", { name: /Bo Lind/ }).uncheck();
    },
  });

  await hearOfNewVersion(page, team);
  await sufferTheft(page, team, addDays(third.decided, 90));
  await goTo(page, team, number);
  await renew(page, fourth, {
    write: () => expect(page.getByRole("checkbox", { name: "A laptop was stolen" })).toBeChecked(),
  });
  await goTo(page, team, number, "/close-out");
  await closeOut.registerCopy(page, {
    ...{ name: "age-model", where: "s3://lab/models", since: addDays(fourth.decided, 30) },
    ...{ kind: "Trained model", madeOf: /gtex-expression/ },
  });
  await renewAsBefore(page, number, fifth);
  await years.expectToldOfEnd(about, fifth.end);

  await goTo(page, team, number, "/rounds");
  const chain = page.getByRole("region", { name: "Rounds", exact: true });
  await expect(chain.getByRole("heading", { name: /^Round \d/ })).toHaveCount(5);
  await expect(chain.getByText("Renewed by round", { exact: false })).toHaveCount(4);
  await chain.getByText("What changed since round 2").click();
  await expect(chain.getByText("Bo Lind").first()).toBeVisible();
  const filed = part(page, "What was filed");
  await expect(filed.getByRole("rowheader")).toHaveCount(6);
  const now = { person: "Ana", unit: "phs000424" };
  await years.expectAccess(page, team, now, "Blocked");
  await attest(page, team, fourth.decided);
  await years.expectAccess(page, team, now, "Ready");

  await goTo(page, team, number, "/close-out");
  await closeOutProject(page);
  const certificate = await closeOut.downloadCertificate(page, team);
  expect(certificate.request.number).toBe(number);
  expect(certificate.copies.map(({ what }) => what)).toEqual(["gtex-expression", "age-model"]);

  await years.expectAccess(page, team, { ...now, ...inYearTwo }, "Ready");
  await years.expectAccess(page, team, now, "Closed");
  await years.expectAccess(page, team, { person: "Bo Lind", unit: "phs000424" }, "Closed");
});

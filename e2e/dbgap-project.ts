import type { Page } from "@playwright/test";
import { today } from "./calendar";
import * as request from "./request";

/** Names on the team: the PI, who holds the two offices, and who works with the data. */
type People = { pi: string; signingOfficial: string; itDirector: string; collaborator?: string };

/** A dbGaP project from the catalogue to its complete form, handed in; gives its number. */
export async function writtenProject(
  page: Page,
  people: People,
  accession: string,
): Promise<string> {
  await request.requestAccess(page, accession);
  await request.write(page, "Project title", "Regulation of ageing genes");
  const number = await request.saveDraft(page);
  await request.write(page, "Research use statement", "We model expression over age in tissues.");
  await request.write(page, "Non-technical summary", "Which genes change as people grow older.");
  await request.name(page, "Principal investigator", people.pi);
  await request.name(page, "Signing official", people.signingOfficial);
  await request.name(page, "IT director", people.itDirector);
  if (people.collaborator) {
    await request.name(page, "Internal collaborators", people.collaborator);
  }
  await request.write(page, "Storage and computing", "The institute's own cluster, encrypted.");
  await request.tick(page, "This environment meets NIST SP 800-171");
  await request.choose(page, "Will the data be stored or computed on in a cloud?", "No");
  await request.tick(page, "Nobody will reach the data from a country of concern");
  for (const code of ["IRB", "COL", "NPU"]) {
    await request.choose(page, `Does one of the consent codes hold ${code}?`, "No");
  }
  await request.tick(page, "The PI has read and accepts the Data Use Certification");
  await request.tick(page, "Everybody named has read the code of conduct");
  await request.submit(page);
  return number;
}

/** A dbGaP project from its form to the committee's approval; gives its number. */
export async function approvedProject(
  page: Page,
  people: People,
  approval: { accession: string; endsOn: string },
): Promise<string> {
  const number = await writtenProject(page, people, approval.accession);
  await request.record(page, "Mark as submitted at dbGaP", {
    "Submitted on": today(),
    "dbGaP project number": "40215",
  });
  await request.record(page, "Signing official approved");
  await request.recordApproval(page, "Record approval", {
    endsOn: approval.endsOn,
    answers: { "Data access request number": "118322-1" },
  });
  return number;
}

import type { Page } from "@playwright/test";
import { today } from "./calendar";
import { approvedUntil, placeRequest } from "./placed-request";
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

/** A dbGaP project with the committee's approval, whose page is open then; gives its number. */
export function approvedProject(
  page: Page,
  people: People,
  { accession, endsOn }: { accession: string; endsOn: string },
): Promise<string> {
  const on = today();
  const { collaborator, ...offices } = people;
  return placeRequest(
    page,
    {
      ...{
        archive: "dbgap",
        study: accession.split(".", 1).join(),
        title: "Regulation of ageing genes",
      },
      people: { ...offices, ...(collaborator && { internalCollaborators: [collaborator] }) },
      answers: {
        projectTitle: "Regulation of ageing genes",
        researchUse: "We model expression over age in tissues.",
        publicSummary: "Which genes change as people grow older.",
        storage: "The institute's own cluster, encrypted.",
        ...{ securityAttested: true, cloudUse: "no", countriesChecked: true },
        ...{ irbAsked: "no", collaborationAsked: "no", notForProfitAsked: "no" },
        ...{ certificationAccepted: true, conductAccepted: true },
      },
    },
    [
      { move: "file", answers: { on, projectNumber: "40215" } },
      { move: "so_approved", answers: { on } },
      {
        ...{ move: "approve", answers: { darNumber: "118322-1" } },
        decision: approvedUntil(endsOn),
      },
    ],
  );
}

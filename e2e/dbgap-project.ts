import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Decision } from "@/lib/requests/move";
import { uploadDocument } from "@/lib/services/documents";
import { saveDraft } from "@/lib/services/drafts";
import { moveRequest } from "@/lib/services/moves";
import { listPeople } from "@/lib/services/people";
import { getRequest } from "@/lib/services/requests";
import { outsideTeams } from "@/lib/services/transaction";
import type { Member } from "@/lib/team/actor";
import { memberOn } from "./beginnings";
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

/** A dbGaP project with the committee's approval, whose page is open then; gives its number. */
export async function approvedProject(
  page: Page,
  people: People,
  approval: { accession: string; endsOn: string },
): Promise<string> {
  const { actor, team } = await memberOn(page);
  const id = await completeDraft(actor, people, approval.accession);
  const move = async (name: string, answers: Record<string, string>, decision?: Decision) => {
    const { version, items } = await getRequest(actor, id.number);
    await moveRequest(actor, {
      ...{ commandId: randomUUID(), requestId: id.requestId, version, move: name, answers },
      itemIds: items.map((item) => item.id),
      ...(decision && { decision }),
    });
  };
  const on = today();
  await move("submit", {});
  await move("file", { on, projectNumber: "40215" });
  await move("so_approved", { on });
  const { id: documentId } = await uploadDocument(actor, {
    ...{ id: randomUUID(), requestId: id.requestId, name: "Approval letter.pdf" },
    bytes: new Uint8Array(Buffer.from(`%PDF-1.7\nApproved on ${on}.\n%%EOF\n`)),
  });
  const decision = { decidedOn: on, startsOn: on, endsOn: approval.endsOn, documentId };
  await move("approve", { darNumber: "118322-1" }, decision);
  await page.goto(`/t/${team}/requests/GB-${id.number}`);
  return `GB-${id.number}`;
}

/** Saves a draft that answers all that dbGaP asks. */
async function completeDraft(actor: Member, people: People, accession: string) {
  const unit = await outsideTeams(actor, (tx) =>
    tx.accessUnit.findFirstOrThrow({ where: { code: { startsWith: accession } } }),
  );
  const everybody = await listPeople(actor);
  const idOf = (name: string) => everybody.find((person) => person.name.startsWith(name))?.id ?? "";
  const requestId = randomUUID();
  const { number } = await saveDraft(actor, {
    ...{ id: requestId, version: null, archive: "dbgap", title: "Regulation of ageing genes" },
    ...{ unitIds: [unit.id], personIds: [], itemAnswers: {} },
    answers: {
      projectTitle: "Regulation of ageing genes",
      researchUse: "We model expression over age in tissues.",
      publicSummary: "Which genes change as people grow older.",
      pi: idOf(people.pi),
      signingOfficial: idOf(people.signingOfficial),
      itDirector: idOf(people.itDirector),
      internalCollaborators: people.collaborator ? [idOf(people.collaborator)] : [],
      storage: "The institute's own cluster, encrypted.",
      ...{ securityAttested: true, cloudUse: "no", countriesChecked: true },
      ...{ irbAsked: "no", collaborationAsked: "no", notForProfitAsked: "no" },
      ...{ certificationAccepted: true, conductAccepted: true },
    },
  });
  return { requestId, number };
}

import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import type { AmendmentChange } from "../amendments/forms";
import { day, dayToColumn } from "../dates/day";
import type { Member } from "../team/actor";
import { listAmendments } from "./amendment-list";
import { askAmendment, decideAmendment, prepareAmendment } from "./amendments";
import { sampleAccessUnit, sampleApproval, samplePerson } from "./sample-access";
import { sampleTeams } from "./sample-requests";

const TODAY = day("2026-11-22");

/** For tests: a team with approvals to amend, as its people do it. */
export async function amendmentStory(superuser: PrismaClient) {
  const team = await sampleTeams(superuser);
  const { lead, member } = team;
  const bo = await samplePerson(superuser, lead.teamId, "Bo");
  const prepare = async (requestId: string, change: AmendmentChange) => {
    const { number } = await prepareAmendment(member, {
      ...{ commandId: randomUUID(), requestId, what: "What changes.", change },
    });
    const found = (await listAmendments(lead, requestId)).find((one) => one.number === number);
    if (!found) throw new Error("It is not listed");
    return { id: found.id, version: found.version };
  };
  const consent = async (requestId: string, change: AmendmentChange) => {
    const { id } = await prepare(requestId, change);
    await askAmendment(member, { id, version: 1, on: TODAY });
    const outcome = "approved" as const;
    await decideAmendment(lead, { id, version: 2, outcome, on: TODAY, documentId: null });
  };
  return {
    ...{ team, bo, prepare, consent },
    approved: (archive: "dbgap" | "ega") => approved(superuser, lead, archive),
    /** The open duties that amendments of a request brought. */
    duties: (requestId: string) =>
      superuser.obligation.findMany({
        where: { requestId, state: "open", subject: { startsWith: "amendment:" } },
        orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
      }),
    namesIn: (agreementId: string) =>
      superuser.agreementPerson.findMany({
        where: { agreementId },
        orderBy: { startsOn: "asc" },
        select: { personId: true, function: true, startsOn: true, endsOn: true },
      }),
  };
}

/** An approved request at an archive, headed by the lead, with its agreement. */
async function approved(superuser: PrismaClient, lead: Member, archive: "dbgap" | "ega") {
  const unit = await sampleAccessUnit(superuser, archive);
  const held = archive === "dbgap" ? "pi" : "applicant";
  const approval = await sampleApproval(superuser, lead, {
    ...{ archive, unitId: unit.id, people: [[lead.personId, held]] as const },
    ...{ startsOn: "2026-01-10", endsOn: "2027-01-09" },
  });
  const startsOn = dayToColumn(day("2026-01-10"));
  const agreement = await superuser.agreement.create({
    data: {
      ...{ teamId: lead.teamId, requestId: approval.requestId, archive, name: "The agreement" },
      ...{ startsOn, createdAt: lead.now },
      people: { create: { personId: lead.personId, function: held, startsOn } },
    },
  });
  return { ...approval, unit, agreementId: agreement.id };
}

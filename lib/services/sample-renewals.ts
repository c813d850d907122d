import type { PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { sampleAnswers } from "../requests/sample-answers";
import type { Member } from "../team/actor";
import { saveDraft } from "./drafts";
import { getRenewal, saveRenewal } from "./renewals";
import { getRequest } from "./requests";
import { sampleDraft, sampleFiling, sampleMove, sampleTeams } from "./sample-requests";

/**
 * For tests: saves the renewal that is being written, with a complete report.
 * @param dropped ids of the persons whom it drops from every function
 */
export async function sampleReport(
  actor: Member,
  number: number,
  more: { dropped?: readonly string[]; told?: readonly string[] } = {},
) {
  const { id, version, archive, lifecycle } = await getRequest(actor, number);
  const view = await getRenewal(actor, number);
  const renewal = archiveByCode(archive)?.renewal(lifecycle);
  const progress = renewal && renewal.how !== "not_renewable" ? renewal.progress : [];
  return saveRenewal(actor, {
    ...{ requestId: id, version, told: [...(more.told ?? view.report.told)] },
    keeps: view.people.map((person) => ({
      ...{ personId: person.personId, function: person.function },
      keep: person.isKept && !more.dropped?.includes(person.personId),
    })),
    answers: { ...sampleAnswers(progress, "request", []), ...view.report.answers },
  });
}

/** For tests: a dbGaP renewal from its beginning to the signing official's approval, on one day. */
export async function sampleRenewal(
  actor: Member,
  number: number,
  on: string,
  more: Parameters<typeof sampleReport>[2] = {},
) {
  await sampleMove(actor, number, "begin_renewal");
  await sampleReport(actor, number, more);
  await sampleMove(actor, number, "file_renewal", { answers: { on } });
  await sampleMove(actor, number, "so_approved", { answers: { on } });
}

/** For tests: the first decision about a project, for a year of which four weeks are left. */
export const FIRST_YEAR = {
  decidedOn: "2025-12-20",
  startsOn: "2025-12-20",
  endsOn: "2026-12-20",
  documentId: "",
};

/** For tests: the people of a team with a dbGaP project of two consent groups in its first year. */
export async function sampleYear(superuser: PrismaClient): ReturnType<typeof sampleTeams> {
  const people = await sampleTeams(superuser);
  const draft = await sampleDraft(superuser, people, ["phs000007.c1", "phs000007.c2"]);
  const internalCollaborators = [people.member.personId];
  await saveDraft(people.lead, { ...draft, answers: { ...draft.answers, internalCollaborators } });
  await sampleFiling(people.lead, 1, "2025-11-18");
  await sampleMove(people.lead, 1, "approve", { decision: FIRST_YEAR });
  return people;
}

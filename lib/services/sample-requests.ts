import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { AppError } from "../errors";
import { itemKey } from "../requests/draft";
import type { Draft } from "../requests/draft-form";
import type { Decision } from "../requests/move";
import type { MoveInput } from "../requests/move-form";
import { sampleAnswers } from "../requests/sample-answers";
import type { Member } from "../team/actor";
import { moveRequest } from "./moves";
import { getRequest } from "./requests";
import { sampleMember } from "./sample-team";

/** For tests: two teams, one with a member of each role. */
export async function sampleTeams(superuser: PrismaClient) {
  const team = async () =>
    superuser.team.create({ data: { slug: `team-${randomUUID()}`, name: "Team" } });
  const ours = await team();
  return {
    lead: await sampleMember(superuser, ours.id, "lead"),
    colleague: await sampleMember(superuser, ours.id, "coordinator"),
    member: await sampleMember(superuser, ours.id, "member"),
    viewer: await sampleMember(superuser, ours.id, "viewer"),
    stranger: await sampleMember(superuser, (await team()).id, "lead"),
  };
}

/**
 * For tests: a complete draft for units of the catalogue, by code.
 * @param people the member for whom it is, where access is personal, and two who fill the offices
 */
export async function sampleDraft(
  superuser: PrismaClient,
  people: { member: Member; lead: Member; colleague: Member },
  codes: readonly string[],
  change: Partial<Draft> = {},
): Promise<Draft> {
  const units = await Promise.all(
    codes.map((code) => superuser.accessUnit.findFirstOrThrow({ where: { code } })),
  );
  const [unit] = units;
  const archive = unit && archiveByCode(unit.archive);
  if (!archive) throw new Error("A unit of an archive without a form");
  const sections = archive.sections(archive.lifecycleOf(unit));
  const personIds = archive.itemPerPerson ? [people.member.personId] : [];
  const offices = [people.lead.personId, people.colleague.personId];
  return {
    id: randomUUID(),
    version: null,
    archive: unit.archive,
    title: "Sample",
    unitIds: units.map(({ id }) => id),
    personIds,
    answers: sampleAnswers(sections, "request", offices),
    itemAnswers: Object.fromEntries(
      units.flatMap(({ id }) =>
        personIds.map((personId) => [
          itemKey({ unitId: id, personId }),
          sampleAnswers(sections, "item", offices),
        ]),
      ),
    ),
    ...change,
  };
}

/** For tests: one move of a request, of all its items or of those with these unit codes. */
export async function sampleMove(
  actor: Member,
  number: number,
  name: string,
  more: {
    answers?: Record<string, string>;
    decision?: Decision;
    codes?: readonly string[];
    sections?: MoveInput["sections"];
    documentId?: string;
  } = {},
) {
  const request = await getRequest(actor, number);
  const chosen = request.items.filter((item) => !more.codes || more.codes.includes(item.unit.code));
  return moveRequest(actor, {
    commandId: randomUUID(),
    requestId: request.id,
    version: request.version,
    move: name,
    itemIds: chosen.map((item) => item.id),
    answers: more.answers ?? {},
    ...(more.decision && { decision: more.decision }),
    ...(more.sections && { sections: more.sections }),
    ...(more.documentId && { documentId: more.documentId }),
  });
}

/** For tests: a dbGaP project from its draft to the signing official's approval, on one day. */
export async function sampleFiling(actor: Member, number: number, on: string): Promise<void> {
  await sampleMove(actor, number, "submit");
  await sampleMove(actor, number, "file", { answers: { on, projectNumber: "12345" } });
  await sampleMove(actor, number, "so_approved", { answers: { on } });
}

/** For tests: the AppError that a piece of work is refused with. */
export async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

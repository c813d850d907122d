import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { type Day, day, dayToColumn } from "../dates/day";
import { STANDING } from "../obligations/standing";
import type { Member } from "../team/actor";
import { previewDeparture, recordDeparture } from "./departure";
import type { DeparturePreview } from "./departure-preview";
import { SAMPLE_NOW, sampleMember, sampleTeam } from "./sample-team";

export const TODAY = day("2026-11-22");
export const LAST_DAY = day("2027-03-31");

/** What the sample story is made of, and what tests do with it. */
export type DepartureStory = Awaited<ReturnType<typeof departureStory>>;

/**
 * For tests: Ana leads the team and an approved dbGaP project that is open to her and to Bo, who
 * works on it too; Cai organises.
 */
export async function departureStory(superuser: PrismaClient, slug: string) {
  const team = await sampleTeam(superuser, slug);
  const { teamId, requestId, grantId, lead: ana } = team;
  const bo = await sampleMember(superuser, teamId, "member");
  const cai = await sampleMember(superuser, teamId, "coordinator");
  await superuser.notice.deleteMany({ where: { teamId } });
  const endsOn = dayToColumn(day("2027-11-22"));
  await superuser.grant.update({ where: { id: grantId }, data: { endsOn, personId: null } });
  await superuser.obligation.updateMany({ where: { teamId }, data: { dueOn: endsOn } });
  await superuser.requestPerson.create({
    data: { teamId, requestId, personId: bo.personId, function: "internal_collaborator" },
  });
  await openToAna(superuser, ana);
  const preview = (lastDay: Day = LAST_DAY, who = ana) =>
    previewDeparture(cai, { personId: who.personId, lastDay });
  return {
    ...{ team, ana, bo, cai, preview },
    /** Records what the preview shows now, with everything going to Cai. */
    leave: async (lastDay: Day = LAST_DAY, who = ana) =>
      recordDeparture(cai, recordInput(await preview(lastDay, who), cai)),
    openDuties: () =>
      superuser.obligation.findMany({
        // What the leaver had to do about trainings and affiliation follows from other facts.
        where: { teamId, state: "open", NOT: { subject: { startsWith: STANDING } } },
        orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
      }),
    actions: async () =>
      (await superuser.event.findMany({ where: { teamId }, orderBy: { seq: "asc" } })).map(
        ({ action }) => action,
      ),
  };
}

/** The account and the attestation without which the project is closed. */
async function openToAna(superuser: PrismaClient, { teamId, personId }: Member): Promise<void> {
  const on = dayToColumn(TODAY);
  await superuser.identity.create({
    data: {
      ...{ teamId, personId, scheme: "era_commons", value: "ANA", key: randomUUID() },
      ...{ verifiedOn: on, createdAt: SAMPLE_NOW },
    },
  });
  await superuser.qualification.create({
    data: {
      ...{ teamId, type: "sp800_171", step: "attested", stepSince: on },
      ...{ startsOn: on, createdAt: SAMPLE_NOW },
    },
  });
}

/** For tests: what the page sends to carry out a preview, with everything going to one person. */
export function recordInput(seen: DeparturePreview, to: Member) {
  const passing = seen.handOver.filter(({ needsOwner }) => needsOwner);
  return {
    ...{ commandId: randomUUID(), personId: seen.person.id, version: seen.person.version },
    ...{ lastDay: seen.lastDay, planHash: seen.planHash },
    handOver: Object.fromEntries(passing.map(({ id }) => [id, to.personId])),
  };
}

/** For tests: a duty of the team's own, apart from requests, in somebody's care. */
export async function ownDuty(superuser: PrismaClient, owner: Member): Promise<string> {
  const { id } = await superuser.obligation.create({
    data: {
      ...{ teamId: owner.teamId, ownerId: owner.personId, kind: "sp800_171_review" },
      ...{ subject: "review", what: "Review it.", rule: "Yearly.", source: "ours" },
      dueOn: dayToColumn(LAST_DAY),
    },
  });
  return id;
}

/** For tests: an EGA agreement recorded without a request that names somebody. */
export async function namingAgreement(superuser: PrismaClient, person: Member): Promise<string> {
  const { teamId, personId } = person;
  const startsOn = dayToColumn(TODAY);
  const { id } = await superuser.agreement.create({
    data: {
      ...{ teamId, archive: "ega", name: "Agreement with the DAC" },
      ...{ startsOn, createdAt: SAMPLE_NOW },
      people: { create: { personId, function: "authorised_personnel", startsOn } },
    },
  });
  return id;
}

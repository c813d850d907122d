import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayToColumn } from "../dates/day";
import type { Member, Role } from "../team/actor";
import { record } from "./events";
import { sampleFeed } from "./sample-calendar";
import { sampleReminding } from "./sample-duties";
import { sampleEnding } from "./sample-ending";
import { sampleEvents } from "./sample-events";
import { sampleForm } from "./sample-form";
import { sampleImports } from "./sample-imports";
import { sampleView } from "./sample-lists";
import { sampleOutput } from "./sample-outputs";
import { samplePreference } from "./sample-preferences";
import { sampleRoster } from "./sample-rosters";
import { sampleWaiting } from "./sample-waiting";
import { enterTeam } from "./transaction";

/** The moment at which the sample team's story stands still. */
export const SAMPLE_NOW = new Date("2026-11-22T09:00:00Z");

const ON = dayToColumn(day("2026-11-22"));
const createdAt = SAMPLE_NOW;
/** Of one width, so that their order does not depend on how many were made before. */
let made = 10_000;

/** The ids of a sample team's rows, one of each kind. */
export type SampleTeam = Awaited<ReturnType<typeof sampleTeam>>;

/**
 * For tests: a team with one row in every table that belongs to a team.
 * @param client connected as superuser, past row-level security
 * @param number of its request
 */
export async function sampleTeam(client: PrismaClient, slug: string, number = 1) {
  const team = await client.team.create({ data: { slug, name: `Team ${slug}` } });
  const teamId = team.id;
  const unit = await sampleUnit(client);
  const lead = await sampleMember(client, teamId, "lead");
  const request = await sampleRequest(client, lead, unit.id, number);
  const documentId = await sampleDocument(client, lead, request.requestId);
  const grant = await client.grant.create({
    data: {
      ...{ teamId, ...request, unitId: unit.id, documentId, personId: lead.personId },
      ...{ decidedOn: ON, startsOn: ON, endsOn: ON, createdAt },
    },
  });
  const holdings = await sampleHoldings(client, lead, documentId);
  const agreement = await sampleAgreement(client, lead, unit.id, documentId, grant.id);
  const duty = await sampleDuty(client, lead, request.requestId, grant.id);
  const reminding = await sampleReminding(client, lead, duty.obligationId);
  const invitation = await client.invitation.create({
    data: {
      ...{ teamId, email: `invited-${slug}@example.org`, role: "viewer", invitedBy: lead.name },
      ...{ createdAt, expiresAt: new Date(createdAt.getTime() + 7 * 86_400_000) },
    },
  });
  const purpose = await client.purpose.create({
    data: { teamId, name: "Sepsis", statements: {}, createdAt, updatedAt: createdAt },
  });
  const imports = await sampleImports(client, lead, ON);
  const form = await sampleForm(client, lead, request, ON);
  const output = await sampleOutput(client, lead, request, ON);
  const about = { requestId: request.requestId, unitId: unit.id, documentId };
  const ending = await sampleEnding(client, lead, about, ON);
  await samplePreference(client, lead);
  const waiting = await sampleWaiting(client, lead, request, ON);
  const roster = await sampleRoster(client, lead, unit.id, ON);
  const feed = await sampleFeed(client, lead);
  const view = await sampleView(client, lead);
  const events = await sampleEvents(client, lead, { ...about, ...imports, number }, ON);
  await client.command.create({
    data: { teamId, id: randomUUID(), userId: lead.userId, result: {} },
  });
  return {
    ...{ teamId, slug, number, lead, unitId: unit.id, unitCode: unit.code, ...request, documentId },
    ...{
      ...holdings,
      ...form,
      ...output,
      ...ending,
      ...waiting,
      ...events,
      ...feed,
      ...view,
      ...roster,
      ...imports,
      ...agreement,
      ...duty,
      ...reminding,
      grantId: grant.id,
      invitationId: invitation.id,
      purposeId: purpose.id,
    },
  };
}

/** What the lead holds, and what the team decided about an archive's rules. */
async function sampleHoldings(client: PrismaClient, lead: Member, documentId: string) {
  const { teamId, personId } = lead;
  const within = { teamId, personId, documentId, createdAt };
  const value = `jane-doe-${++made}`;
  const identity = await client.identity.create({
    data: { ...within, scheme: "physionet", value, key: value, verifiedOn: ON },
  });
  const qualification = await client.qualification.create({
    data: { ...within, type: "citi_data_only", step: "accepted", stepSince: ON, startsOn: ON },
  });
  await client.archiveRules.create({
    data: { teamId, archive: "physionet", values: { trainingDays: 1095 } },
  });
  return { identityId: identity.id, qualificationId: qualification.id };
}

/** A further user of a team, with the person that this user is. */
export async function sampleMember(
  client: PrismaClient,
  teamId: string,
  role: Role,
): Promise<Member> {
  const number = ++made;
  const name = `Ana ${number}`;
  const email = `ana-${number}@example.org`;
  const user = await client.user.create({ data: { email, name } });
  await client.membership.create({ data: { teamId, userId: user.id, role } });
  const person = await client.person.create({
    data: { teamId, userId: user.id, name, email, startsOn: ON },
  });
  return {
    kind: "user",
    userId: user.id,
    teamId,
    role,
    personId: person.id,
    name,
    now: SAMPLE_NOW,
  };
}

async function sampleUnit(client: PrismaClient) {
  const number = ++made;
  const source = "https://example.org";
  const about = { archive: "dbgap", accessClass: "controlled", landingUrl: source } as const;
  const dataset = await client.dataset.create({
    data: {
      ...{ ...about, slug: `sample-${number}`, title: "Sample", shortTitle: "Sample", summary: "" },
      ...{ gate: "dbGaP", source, confidence: "high", searchText: "sample" },
    },
  });
  return client.accessUnit.create({
    data: { ...about, datasetId: dataset.id, code: `phs${number}.v1.p1.c1`, label: "GRU" },
  });
}

async function sampleRequest(client: PrismaClient, lead: Member, unitId: string, number: number) {
  const { teamId, personId } = lead;
  const request = await client.request.create({
    data: {
      ...{ id: randomUUID(), teamId, number, archive: "dbgap", lifecycle: "dbgap-project" },
      ...{ title: "Sample", status: "approved", ownerId: personId },
      ...{ createdAt, updatedAt: createdAt },
    },
  });
  const within = { teamId, requestId: request.id };
  await client.team.update({ where: { id: teamId }, data: { lastRequestNumber: number } });
  await client.requestPerson.create({ data: { ...within, personId, function: "pi" } });
  const item = await client.requestItem.create({
    data: {
      ...within,
      unitId,
      step: "approved",
      status: "approved",
      stepSince: ON,
      waitingOn: "nobody",
    },
  });
  const cycle = await client.cycle.create({ data: { ...within, number: 1, startedOn: ON } });
  return { requestId: request.id, itemId: item.id, cycleId: cycle.id };
}

async function sampleDocument(client: PrismaClient, lead: Member, requestId: string) {
  const { teamId, name: uploadedBy } = lead;
  const document = await client.document.create({
    data: {
      ...{ id: randomUUID(), teamId, requestId, name: "letter.pdf", type: "application/pdf" },
      ...{ size: 1, sha256: "0".repeat(64), uploadedBy, createdAt },
    },
  });
  await client.documentContent.create({
    data: { documentId: document.id, teamId, bytes: Uint8Array.of(0) },
  });
  // The trigger that chains events obeys row-level security, whoever writes.
  await client.$transaction(async (tx) => {
    await enterTeam(tx, teamId);
    await record(tx, lead, {
      ...{
        action: "document.uploaded",
        subjectType: "document",
        subjectId: document.id,
        requestId,
      },
    });
  });
  return document.id;
}

async function sampleAgreement(
  client: PrismaClient,
  { teamId, personId }: Member,
  unitId: string,
  documentId: string,
  grantId: string,
) {
  const text = { archive: "dbgap", name: "Data Use Certification", textSha256: "0".repeat(64) };
  const { id: agreementId } = await client.agreement.create({
    data: { teamId, ...text, documentId, startsOn: ON, createdAt },
  });
  await client.agreementUnit.create({ data: { teamId, agreementId, unitId } });
  const held = { teamId, agreementId, personId, function: "pi" };
  const named = await client.agreementPerson.create({ data: { ...held, startsOn: ON } });
  const signature = await client.signature.create({
    data: { ...held, signedOn: ON, textSha256: text.textSha256, grantId, createdAt },
  });
  return { agreementId, namedId: named.id, signatureId: signature.id };
}

async function sampleDuty(client: PrismaClient, lead: Member, requestId: string, grantId: string) {
  const { teamId, personId } = lead;
  const obligation = await client.obligation.create({
    data: {
      ...{ teamId, requestId, grantId, subject: grantId, ownerId: personId, kind: "renewal" },
      ...{ dueOn: ON, rule: "One year", source: "https://example.org" },
    },
  });
  const notice = await client.notice.create({
    data: {
      ...{ key: randomUUID(), messageId: randomUUID(), kind: "reminder", teamId, personId },
      ...{ obligationId: obligation.id, toAddress: "ana@example.org", state: "failed" },
      ...{ nextAttemptAt: createdAt, createdAt },
    },
  });
  return { obligationId: obligation.id, noticeId: notice.id };
}

import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { day, dayToColumn } from "../dates/day";
import { typeById } from "../people/qualification-types";
import type { Member } from "../team/actor";
import { SAMPLE_NOW } from "./sample-team";

const on = (text: string) => dayToColumn(day(text));
const source = "https://example.org";
/** Of one width, so that their order does not depend on how many were made before. */
let made = 10_000;

/** For tests: a gated unit of a data set of its own, or of one that is there already. */
export async function sampleAccessUnit(
  client: PrismaClient,
  archive: "physionet" | "dbgap" | "ega",
  more: { datasetId?: string; version?: string; title?: string } = {},
): Promise<{ id: string; datasetId: string; slug: string; code: string }> {
  const number = ++made;
  const title = more.title ?? `Set ${number}`;
  const accessClass = archive === "physionet" ? "credentialed" : "controlled";
  const about = { archive, accessClass, landingUrl: source } as const;
  const dataset = more.datasetId
    ? await client.dataset.findUniqueOrThrow({ where: { id: more.datasetId } })
    : await client.dataset.create({
        data: {
          ...{ ...about, slug: `access-${number}`, title, shortTitle: title, summary: "" },
          ...{ gate: archive, source, confidence: "high", searchText: "" },
        },
      });
  const version = archive === "physionet" ? (more.version ?? "1.0") : null;
  const code = version ? `${dataset.slug}/${version}` : `${archive}-${number}`;
  const policy = archive === "physionet" ? "credentialed" : null;
  const unit = await client.accessUnit.create({
    data: { ...about, datasetId: dataset.id, code, label: code, version, policy },
  });
  return { id: unit.id, datasetId: dataset.id, slug: dataset.slug, code };
}

/** For tests: somebody of the team who does not sign in. */
export async function samplePerson(
  client: PrismaClient,
  teamId: string,
  name: string,
  more: { startsOn?: string; endsOn?: string } = {},
): Promise<string> {
  const { id } = await client.person.create({
    data: {
      ...{ teamId, name, country: "PT", startsOn: on(more.startsOn ?? "2025-01-01") },
      endsOn: more.endsOn ? on(more.endsOn) : null,
    },
  });
  return id;
}

/** For tests: accounts everywhere, and what PhysioNet asks of a person. */
export async function sampleHolder(
  client: PrismaClient,
  teamId: string,
  personId: string,
  types: readonly string[] = ["physionet_credential", "citi_data_only"],
): Promise<void> {
  const within = { teamId, personId, createdAt: SAMPLE_NOW };
  for (const scheme of ["physionet", "ega", "era_commons"]) {
    const value = `user-${++made}`;
    await client.identity.create({
      data: { ...within, scheme, value, key: value, verifiedOn: on("2025-01-01") },
    });
  }
  for (const type of types) {
    const step = typeById(type)?.lifecycle.steps.find(({ status }) => status === "approved")?.id;
    if (!step) throw new Error(`No way to hold ${type}`);
    const since = on("2025-01-01");
    await client.qualification.create({
      data: { ...within, type, step, stepSince: since, startsOn: since },
    });
  }
}

const LIFECYCLES = {
  physionet: { id: "physionet-credentialed", granted: "granted" },
  dbgap: { id: "dbgap-project", granted: "approved" },
  ega: { id: "ega-application", granted: "granted" },
} as const;

/** For tests: a request for one unit, with its approval unless it is still under way. */
export async function sampleApproval(
  client: PrismaClient,
  actor: Member,
  input: {
    archive: keyof typeof LIFECYCLES;
    unitId: string;
    /** Where access is personal. */
    personId?: string;
    people?: readonly (readonly [personId: string, held: string])[];
    startsOn?: string;
    endsOn?: string;
    endedOn?: string;
    endedBy?: string;
    confirmedOn?: string;
    /** The step that it stands in without an approval. */
    step?: string;
  },
): Promise<{ requestId: string; itemId: string; grantId: string; cycleId: string }> {
  const { archive, unitId, personId, step } = input;
  const { teamId } = actor;
  const within = { teamId, requestId: randomUUID() };
  const lifecycle = LIFECYCLES[archive];
  const status = step === undefined ? "approved" : "in_review";
  await client.request.create({
    data: {
      ...{ id: within.requestId, teamId, number: ++made, archive, lifecycle: lifecycle.id },
      ...{ title: "Sample", status, ownerId: actor.personId },
      ...{ createdAt: SAMPLE_NOW, updatedAt: SAMPLE_NOW },
    },
  });
  await client.requestPerson.createMany({
    data: (input.people ?? []).map(([id, held]) => ({ ...within, personId: id, function: held })),
  });
  const about = { ...within, unitId, personId: personId ?? null };
  const startsOn = on(input.startsOn ?? "2026-01-10");
  const item = await client.requestItem.create({
    data: {
      ...{ ...about, step: step ?? lifecycle.granted, status, stepSince: startsOn },
      waitingOn: step === undefined ? "nobody" : "dac",
    },
  });
  const cycle = await client.cycle.create({ data: { ...within, number: 1, startedOn: startsOn } });
  const rows = { requestId: within.requestId, itemId: item.id, cycleId: cycle.id };
  if (step !== undefined) return { ...rows, grantId: "" };
  const grant = await client.grant.create({
    data: {
      ...{ ...about, ...rows, decidedOn: startsOn, startsOn, createdAt: SAMPLE_NOW },
      ...{ endsOn: input.endsOn ? on(input.endsOn) : null, endedBy: input.endedBy ?? null },
      endedOn: input.endedOn ? on(input.endedOn) : null,
      confirmedOn: input.confirmedOn ? on(input.confirmedOn) : null,
    },
  });
  return { ...rows, grantId: grant.id };
}

import { randomUUID } from "node:crypto";
import type { Archive } from "../archives/archive";
import { archiveLandingUrl, readArchiveIdentifiers } from "../archives/identifiers";
import { archiveByCode } from "../archives/index";
import type { AccessClass } from "../catalogue/access-class";
import { searchWords } from "../catalogue/search-text";
import { invalid } from "../errors";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { record } from "./events";
import type { Tx } from "./transaction";

/** A unit that the catalogue does not have, as a team knows it. */
export interface OwnUnit {
  archive: string;
  /** In any spelling that the archive accepts. */
  code: string;
  label?: string;
  /** The title of its data set. */
  title?: string;
  consentCode?: string;
  dac?: string;
  version?: string;
  /** The code says a version that the archive's own spelling leaves out, and keeps it. */
  isWhole?: true;
  /** A unit whose way of access it shares, as a newer version does with the older one. */
  like?: {
    accessClass: AccessClass;
    policy: string | null;
    dac: string | null;
    trainings: string[];
    duo: string[];
  };
}

/**
 * Enters a unit that the catalogue does not have, for this team alone, below the data set that has
 * its sister units or below one of its own. One that the catalogue or the team has already is
 * returned as it is. Throws INVALID at `archive` and `code`.
 */
export async function addOwnUnit(tx: Tx, actor: Member, unit: OwnUnit): Promise<{ id: string }> {
  const archive = archiveByCode(unit.archive);
  if (!archive) throw invalid("archive", "There is no such archive here; choose one of the list.");
  const code = unit.isWhole ? unit.code : archive.imports.unitCode(unit.code);
  if (code === null) {
    throw invalid("code", `This is not the code of a ${archive.words.unit} at ${archive.name}.`);
  }
  // Two imports that read the same new unit at once wait for each other here.
  const place = `${actor.teamId} unit ${archive.code} ${code}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`;
  const known = await tx.accessUnit.findFirst({
    where: { archive: archive.code, code, OR: [{ teamId: null }, { teamId: actor.teamId }] },
    orderBy: { teamId: { sort: "asc", nulls: "first" } },
    select: { id: true },
  });
  return known ?? store(tx, actor, archive, { ...unit, code });
}

async function store(
  tx: Tx,
  actor: Member,
  archive: Archive,
  unit: OwnUnit & { code: string },
): Promise<{ id: string }> {
  const landingUrl = landingUrlOf(unit.code) ?? archive.portalUrl;
  const { accessClass, policy } = unit.like ?? archive.imports.ownUnit;
  const datasetId =
    (await datasetOf(tx, actor, archive.code, unit.code)) ??
    (await addDataset(tx, actor, archive, unit, landingUrl));
  const { id } = await tx.accessUnit.create({
    data: {
      ...{ teamId: actor.teamId, datasetId, archive: archive.code, code: unit.code },
      label: unit.label || unit.title || unit.code,
      ...{ version: unit.version || null, consentCode: unit.consentCode || null },
      ...{ dac: unit.dac || unit.like?.dac || null, accessClass, policy, landingUrl },
      ...{ trainings: unit.like?.trainings ?? [], duo: unit.like?.duo ?? [] },
      unverified: [phrase("Entered by the team, not looked through for the catalogue")],
    },
    select: { id: true },
  });
  await record(tx, actor, {
    action: "unit.added",
    subjectType: "unit",
    subjectId: id,
    data: { unit: unit.code, name: unit.title || unit.label || unit.code },
  });
  return { id };
}

/** The public page that the code itself leads to: of its study, where the unit has none. */
function landingUrlOf(code: string): string | null {
  const [identifier] = readArchiveIdentifiers(code);
  return identifier ? archiveLandingUrl(identifier) : null;
}

/** The data set whose units share the part of the code that names the study or project. */
async function datasetOf(
  tx: Tx,
  { teamId }: Member,
  archive: string,
  code: string,
): Promise<string | null> {
  const [stem = code] = code.split(/[./]/);
  if (stem === code) return null;
  const sister = await tx.accessUnit.findFirst({
    where: {
      archive,
      OR: [
        { code: stem },
        { code: { startsWith: `${stem}.` } },
        { code: { startsWith: `${stem}/` } },
      ],
      AND: { OR: [{ teamId: null }, { teamId }] },
      retiredAt: null,
    },
    orderBy: [{ teamId: { sort: "asc", nulls: "first" } }, { code: "asc" }],
    select: { datasetId: true },
  });
  return sister?.datasetId ?? null;
}

async function addDataset(
  tx: Tx,
  actor: Member,
  archive: Archive,
  unit: OwnUnit,
  landingUrl: string,
): Promise<string> {
  const title = unit.title || unit.label || unit.code;
  const { id } = await tx.dataset.create({
    data: {
      // Slugs are one space for all teams, so that one made of the title would tell of theirs.
      ...{ teamId: actor.teamId, slug: `own-${randomUUID()}`, title },
      ...{ shortTitle: title.slice(0, 60), archive: archive.code, summary: "" },
      ...{ accessClass: archive.imports.ownUnit.accessClass, gate: archive.name },
      ...{ landingUrl, source: landingUrl, confidence: "low" },
      searchText: searchWords(`${title} ${unit.code}`).join(" "),
    },
    select: { id: true },
  });
  return id;
}

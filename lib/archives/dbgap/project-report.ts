import { emptyAccess } from "../access-entry";
import {
  type AccessEntry,
  jsonLine,
  oneLine,
  type ReadResult,
  type RefusedLine,
  refuseAll,
} from "../status-import";

/** What the report calls a status, and where a data access request then stands. */
const STATUSES: Record<string, Pick<AccessEntry, "step" | "fits" | "approval" | "expired">> = {
  // A renewal under review is shown as what was approved before.
  approved: {
    step: "approved",
    fits: ["closeout_submitted"],
    approval: { decidedOn: null, startsOn: null, endsOn: null, openEnded: false },
    expired: false,
  },
  expired: { step: "approved", fits: ["revision_requested"], approval: null, expired: true },
  // The report does not tell the signing official's review from the committee's.
  new: { step: "so_review", fits: ["dac_review"], approval: null, expired: false },
  rejected: { step: "rejected", fits: [], approval: null, expired: false },
  closed: { step: "closed", fits: ["terminated"], approval: null, expired: false },
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads dbGaP's project report in JSON: projects, their studies, their data access requests. Numbers
 * may be written as text, keys that are not known are passed over. It holds neither the version of a
 * study nor the end of an approval. Never throws.
 * Source: UW-GAC/primed-django on GitHub, primed/dbgap/models.py and dbgap_dar_schema.json.
 */
export function readProjectReport(text: string): ReadResult {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuseAll(text, whyBroken(text));
  }
  const projects = Array.isArray(parsed) ? parsed : [parsed];
  if (!projects.some((project) => isFields(project) && "Project_id" in project)) {
    return refuseAll(
      text,
      "This is JSON, but not dbGaP's project report, which lists projects with their Project_id.",
    );
  }
  const result: ReadResult = { entries: [], refused: [], notes: [] };
  for (const [at, project] of projects.entries()) readProject(project, at, result);
  return result;
}

function whyBroken(text: string): string {
  const begun = /^\s*[[{]/.test(text);
  if (text.trim() === "") return "There is nothing in the box; paste the report into it.";
  return begun
    ? "The report is cut off or damaged: it begins as JSON and does not end as such. Copy the whole page again; nothing of it was taken over."
    : "This is not the JSON of dbGaP's project report. Sign in at dbGaP first, open the link again, and copy all that the page shows.";
}

function readProject(project: unknown, at: number, result: ReadResult): void {
  const number = isFields(project) ? numeral(project.Project_id) : null;
  if (!isFields(project) || number === null || number.length > 6) {
    result.refused.push(line(`entry ${at + 1}`, project, "It has no project number of dbGaP."));
    return;
  }
  const where = `project ${number}`;
  const closed = /^(yes|y|true)$/i.test(word(project.Project_closed));
  const studies = project.studies;
  if (!Array.isArray(studies)) {
    result.refused.push(line(where, project, "It lists no studies."));
    return;
  }
  if (studies.length === 0) result.notes.push(`Project ${number} asks for no study.`);
  for (const study of studies) readStudy(study, { number, where, closed }, result);
}

interface Project {
  number: string;
  where: string;
  closed: boolean;
}

function readStudy(study: unknown, project: Project, result: ReadResult): void {
  const accession = isFields(study) ? /^phs(\d{6})(?!\d)/i.exec(word(study.study_accession)) : null;
  const requests = isFields(study) ? study.requests : null;
  if (!isFields(study) || !accession || !Array.isArray(requests)) {
    const reason = accession ? "It lists no requests." : "It has no accession of a study.";
    result.refused.push(line(project.where, study, reason));
    return;
  }
  const phs = `phs${accession[1]}`;
  if (requests.length === 0) {
    result.notes.push(`Project ${project.number} has no request for ${phs}.`);
  }
  for (const request of requests) {
    const read = readRequest(request, phs, word(study.study_name), project);
    if ("reason" in read) result.refused.push(read);
    else result.entries.push(read);
  }
}

function readRequest(
  request: unknown,
  phs: string,
  study: string,
  project: Project,
): AccessEntry | RefusedLine {
  if (!isFields(request)) return line(project.where, request, "It is no data access request.");
  const dar = numeral(request.DAR);
  const group = numeral(request.consent_code);
  const where = dar === null ? `${project.where}, ${phs}` : `${project.where}, DAR ${dar}`;
  if (dar === null) return line(where, request, "It has no number of a data access request.");
  if (group === null || group === "0" || group.length > 4) {
    return line(where, request, "It names no consent group that can be asked for.");
  }
  const word_ = word(request.current_DAR_status).toLowerCase();
  const status = Object.hasOwn(STATUSES, word_) ? STATUSES[word_] : undefined;
  if (!status) {
    return line(
      where,
      request,
      word_ === ""
        ? "It has no status."
        : `The status “${oneLine(word_).slice(0, 60)}” is none that we know of dbGaP.`,
    );
  }
  const revision = numeral(request.current_version);
  const itemNumber = revision === null ? dar : `${dar}-${revision}`;
  const consentCode = word(request.consent_abbrev) || null;
  const was = word(request.was_approved);
  const entry = emptyAccess(
    "dbgap",
    `${project.where}, DAR ${itemNumber}`,
    oneLine(
      `${phs} c${group} ${consentCode ?? ""}, DAR ${itemNumber}: ${word_}${was ? `, was approved: ${was}` : ""}${project.closed ? ", project closed" : ""}`,
    ),
  );
  return {
    ...entry,
    ...{ requestNumber: project.number, itemNumber, consentCode },
    ...{ unitCode: `${phs}.c${group}`, unitLabel: oneLine(study).slice(0, 200) || null },
    ...{ dac: word(request.DAC_abbrev) || null, closed: project.closed },
    ...status,
    ...(project.closed && STATUSES.closed),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A whole number without leading zeros, also where it is written as text; null for all else. */
function numeral(value: unknown): string | null {
  const written =
    typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
  return /^\d{1,12}$/.test(written) ? String(BigInt(written)) : null;
}

function word(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "boolean" ? String(value) : "";
}

function line(at: string, value: unknown, reason: string): RefusedLine {
  return { at, text: jsonLine(value), reason };
}

import { type FoundDay, findDays } from "../../dates/english-day";
import { emptyAccess } from "../access-entry";
import { type AccessEntry, oneLine, type ReadResult, refuseAll } from "../status-import";
import { readPhysionetIdentifiers } from "./identifiers";

/** `MIMIC-IV (v3.1)`, as the page names a version of a project. */
const PROJECT = /^(?<title>.{2,200}?)\s*\(v\s?(?<version>\d{1,4}(?:\.\d{1,4}){1,5})\)/u;
const AGREEMENT = /\bAgreement(?:\s+v?\d+(?:\.\d+)*)?/iu;
/** A page that somebody copied has hundreds of lines at most. */
const LONGEST = 2_000_000;

/**
 * Reads the page “Data Use Agreements” of a PhysioNet account as it was copied from a browser: the
 * day, the agreement, the title of the project with its version. Cells may stand on one line or on
 * lines of their own. Whoever signed twice is kept with the first day. Never throws.
 * Source: MIT-LCP/physionet-build on GitHub, user/templates/user/view_agreements.html.
 */
export function readAgreementsPage(text: string): ReadResult {
  if (text.length > LONGEST)
    return refuseAll(text.slice(0, 500), "This is far longer than the page of an account.");
  const days = findDays(text);
  const [first] = days;
  if (!first) {
    return /no agreements found/i.test(text)
      ? { entries: [], refused: [], notes: ["PhysioNet lists no agreement for this account."] }
      : refuseAll(
          text,
          "No signed agreement was found in this text. Copy the whole page “Agreements” of your PhysioNet settings.",
        );
  }
  const result: ReadResult = { entries: [], refused: [], notes: [] };
  const before = text
    .slice(0, first.from)
    .split("\n")
    .filter((line) => line.trim() !== "").length;
  if (before > 0)
    result.notes.push(
      before === 1
        ? "One line above the first agreement was left out."
        : `${before} lines above the first agreement were left out.`,
    );
  for (const [at, found] of days.entries()) {
    const cells = text.slice(found.to, days[at + 1]?.from ?? text.length);
    const said = text.slice(found.from, found.to);
    readRecord(found, { said, cells }, at + 1, result);
  }
  return result;
}

function readRecord(
  found: FoundDay,
  { said, cells }: { said: string; cells: string },
  at: number,
  result: ReadResult,
): void {
  const where = `agreement ${at}`;
  const words = oneLine(`${said} ${cells.split(/\bView\b/)[0] ?? ""}`);
  const project = projectIn(cells);
  if (!project) {
    const reason =
      "No project with its version, such as “MIMIC-IV (v3.1)”, stands beside this day.";
    result.refused.push({ at: where, text: words, reason });
    return;
  }
  const same = (entry: { kind: string }): entry is AccessEntry =>
    entry.kind === "access" && sameProject(entry as AccessEntry, project);
  const earlier = result.entries.find(same);
  if (!earlier) result.entries.push(signed(where, words, project, found));
  else if (earlier.on !== null && found.day < earlier.on) {
    result.notes.push(`${earlier.at} was signed before, in ${where}; the first day counts.`);
    result.entries[result.entries.indexOf(earlier)] = signed(where, words, project, found);
  } else
    result.notes.push(`${where} says once more what ${earlier.at} says; the first day counts.`);
}

interface Project {
  title: string | null;
  version: string;
  code: string | null;
}

/** The project in the cells of a row: an address of it, or its title with the version behind it. */
function projectIn(cells: string): Project | null {
  const code = readPhysionetIdentifiers(cells).find(({ value }) => value.includes("/"))?.value;
  for (const cell of cells.split(/\t|\n| {2,}/)) {
    const own = cell.trim();
    const behind = AGREEMENT.exec(own);
    const tail = behind ? own.slice(behind.index + behind[0].length).trim() : own;
    const match = PROJECT.exec(tail);
    if (match?.groups) {
      return {
        title: match.groups.title ?? null,
        version: match.groups.version ?? "",
        code: code ?? null,
      };
    }
  }
  return code ? { title: null, version: code.split("/")[1] ?? "", code } : null;
}

function sameProject(entry: AccessEntry, project: Project): boolean {
  if (entry.unitVersion !== project.version) return false;
  return project.code !== null && entry.unitCode !== null
    ? entry.unitCode === project.code
    : entry.unitLabel?.toLowerCase() === project.title?.toLowerCase();
}

function signed(at: string, words: string, project: Project, { day }: FoundDay): AccessEntry {
  return {
    ...emptyAccess("physionet", at, words),
    ...{ unitCode: project.code, unitLabel: project.title, unitVersion: project.version },
    // Where reviewers decide, a signature is a request only; else it opens the files.
    ...{ step: "signed", on: day },
    approval: { decidedOn: day, startsOn: day, endsOn: null, openEnded: true },
  };
}

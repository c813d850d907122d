import type { Day } from "../../dates/day";
import { findDays } from "../../dates/english-day";
import { oneLine, type QualificationEntry, type ReadResult, refuseAll } from "../status-import";

const LONGEST = 2_000_000;
const TOO_LONG = "This is far longer than the page of an account.";

/** What the page on credentialing says, the most telling first. */
const CREDENTIAL: readonly { says: RegExp; step: string; fits: readonly string[] }[] = [
  { says: /credentialed on\b/i, step: "accepted", fits: [] },
  { says: /credential(?:ing)?[^.\n]{0,80}\brevoked\b/i, step: "revoked", fits: [] },
  {
    says: /(?:awaiting|waiting for)[^.\n]{0,60}\breference\b/i,
    step: "reference_response",
    fits: [],
  },
  { says: /awaiting final (?:approval|review)/i, step: "final_review", fits: [] },
  {
    says: /awaiting review|application was submitted on|application is under review/i,
    step: "pending",
    fits: ["identity_check", "reference", "reference_response", "final_review"],
  },
  { says: /application[^.\n]{0,80}\brejected\b/i, step: "rejected", fits: [] },
  { says: /application[^.\n]{0,80}\bwithdrawn\b/i, step: "withdrawn", fits: [] },
];

/**
 * Reads the page “Credentialing” of a PhysioNet account as it was copied from a browser. Never throws.
 * Source: MIT-LCP/physionet-build on GitHub, user/templates/user/edit_credentialing.html.
 */
export function readCredentialPage(text: string): ReadResult {
  if (text.length > LONGEST) return refuseAll(text.slice(0, 500), TOO_LONG);
  if (/account is not credentialed/i.test(text)) {
    return refuseAll(
      lineWith(text, /account is not credentialed/i),
      "PhysioNet says that the account is not credentialed, which leaves open whether it ever was. If a credential is recorded here that was taken back, record it on the person's page.",
    );
  }
  const found = CREDENTIAL.find(({ says }) => says.test(text));
  if (!found) {
    return refuseAll(
      text,
      "Nothing about credentialing was found in this text. Copy the whole page “Credentialing” of your PhysioNet settings.",
    );
  }
  const words = lineWith(text, found.says);
  const entry = held("credentialing page", words, "physionet_credential", found.step);
  const on = findDays(words)[0]?.day ?? null;
  const holds = found.step === "accepted" ? { startsOn: on } : {};
  return { entries: [{ ...entry, fits: found.fits, on, ...holds }], refused: [], notes: [] };
}

/** Headings of the page on training, and where what stands below them is. */
const GROUPS: readonly { heading: RegExp; step: string; expired: boolean }[] = [
  {
    heading: /^(?:the following training is )?(?:under|in) review\b/i,
    step: "in_review",
    expired: false,
  },
  {
    heading: /^(?:active|accepted|approved|valid)(?: training)?:?$/i,
    step: "accepted",
    expired: false,
  },
  { heading: /^expired(?: training)?:?$/i, step: "accepted", expired: true },
  { heading: /^rejected(?: training)?:?$/i, step: "rejected", expired: false },
  { heading: /^withdrawn(?: training)?:?$/i, step: "withdrawn", expired: false },
];
/** Where the list ends and the form for a new report begins, but for what is under review. */
const FORM = /^(?:please use the form below|for citi training|to raise a support)/i;
const CHROME = /^(?:view|n\/a|-+)$/i;
const TYPES: readonly { name: RegExp; type: string }[] = [
  { name: /good clinical practice|\bgcp\b/i, type: "gcp" },
  { name: /\bciti\b|data or specimens/i, type: "citi_data_only" },
];

/**
 * Reads the page “Training” of a PhysioNet account as it was copied from a browser: trainings below
 * the headings of their states, with their days where the page shows them. Never throws.
 * Source: MIT-LCP/physionet-build on GitHub, user/templates/user/edit_training.html.
 */
export function readTrainingPage(text: string): ReadResult {
  if (text.length > LONGEST) return refuseAll(text.slice(0, 500), TOO_LONG);
  const result: ReadResult = { entries: [], refused: [], notes: [] };
  let group: (typeof GROUPS)[number] | null = null;
  let left = 0;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/\bView\s*$/, "").trim();
    if (line === "" || CHROME.test(line)) continue;
    const heading = GROUPS.find((one) => one.heading.test(withoutColon(line)));
    if (heading) group = heading;
    else if (FORM.test(line)) group = null;
    else if (!group || /^submit evidence/i.test(line)) left += 1;
    else if (isDaysOnly(line)) addDaysTo(result, line);
    else addTraining(result, group, line, index + 1);
  }
  if (result.entries.length + result.refused.length === 0) {
    return refuseAll(
      text,
      "No training was found in this text. Copy the whole page “Training” of your PhysioNet settings.",
    );
  }
  if (left > 0)
    result.notes.push(
      left === 1
        ? "One line of the page around the list was left out."
        : `${left} lines of the page around the list were left out.`,
    );
  return result;
}

function withoutColon(line: string): string {
  return line.replace(/:$/, "");
}

/** A line below a training that says when, such as `Approved: Jan. 5, 2024`. */
function isDaysOnly(line: string): boolean {
  return findDays(line).length > 0 && !TYPES.some(({ name }) => name.test(line));
}

function addDaysTo(result: ReadResult, line: string): void {
  const last = result.entries.at(-1);
  if (last?.kind !== "qualification") {
    result.refused.push({
      at: "training page",
      text: oneLine(line),
      reason: "A day without a training above it.",
    });
    return;
  }
  result.entries[result.entries.length - 1] = {
    ...last,
    ...daysIn(line, last),
    words: oneLine(`${last.words}; ${line}`),
  };
}

function addTraining(
  result: ReadResult,
  group: (typeof GROUPS)[number],
  line: string,
  number: number,
): void {
  const at = `line ${number}`;
  const known = TYPES.find(({ name }) => name.test(line));
  if (!known) {
    const reason = "This training is none that Gatebook follows for PhysioNet.";
    result.refused.push({ at, text: oneLine(line), reason });
    return;
  }
  const entry = held(at, oneLine(line), known.type, group.step);
  result.entries.push({ ...entry, ...daysIn(line, entry), expired: group.expired });
}

const LABELS: readonly { label: RegExp; day: "startsOn" | "endsOn" | "completedOn" }[] = [
  { label: /expir\w*|valid until|ends/i, day: "endsOn" },
  { label: /complet\w*/i, day: "completedOn" },
  { label: /approv\w*|accept\w*|process\w*/i, day: "startsOn" },
];

/** The days of a line by the words before them; one that stands alone is the day of the state. */
function daysIn(line: string, entry: QualificationEntry): Partial<QualificationEntry> {
  const days: { startsOn?: Day; endsOn?: Day; completedOn?: Day; on?: Day } = {};
  let from = 0;
  for (const found of findDays(line)) {
    const label = LABELS.find(({ label: one }) => one.test(line.slice(from, found.from)));
    days[label?.day ?? "on"] = found.day;
    from = found.to;
  }
  if (entry.step !== "accepted")
    return days.on ? { on: days.on } : days.completedOn ? { completedOn: days.completedOn } : {};
  const startsOn = days.startsOn ?? days.on;
  // The page's end is the archive's clock, which our rule for trainings knows; it is not the report's.
  return {
    ...(days.completedOn && { completedOn: days.completedOn }),
    ...(startsOn && { startsOn, on: startsOn }),
  };
}

function held(at: string, words: string, type: string, step: string): QualificationEntry {
  return {
    ...{ kind: "qualification", at, words, archive: "physionet", type, person: null, step },
    ...{ fits: [], on: null, startsOn: null, completedOn: null, reportEndsOn: null },
    ...{ endsOn: null, reference: null, expired: false },
  };
}

/** The line of a text that a pattern is found in. */
function lineWith(text: string, pattern: RegExp): string {
  return oneLine(text.split(/\r?\n/).find((line) => pattern.test(line)) ?? text);
}

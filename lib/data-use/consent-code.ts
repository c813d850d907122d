import { phrase } from "../said/phrase";
import { diseaseInWords } from "./disease-names";

/** What a code at the front of a consent code permits. */
export const CONSENT_BASES = ["NRES", "GRU", "HMB", "DS", "POA"] as const;
export type ConsentBase = (typeof CONSENT_BASES)[number];

/** The conditions that may follow it. `RS` takes one more part: the kind of research. */
export const CONSENT_MODIFIERS = [
  "IRB",
  "PUB",
  "COL",
  "NPU",
  "MDS",
  "NMDS",
  "GSO",
  "RD",
  "RS",
  "RUO",
  "CC",
] as const;
export type ConsentModifier = (typeof CONSENT_MODIFIERS)[number];

/** One part of a consent code. `value` is the disease of DS or the research type of RS. */
export interface ConsentPart<Code extends string = ConsentBase | ConsentModifier> {
  code: Code;
  value: string | null;
}

/** A consent code, read. Nothing in it is guessed: what is not understood stands in `unknown`. */
export interface ConsentCode {
  base: ConsentPart<ConsentBase> | null;
  modifiers: readonly ConsentPart<ConsentModifier>[];
  /** The parts that nobody here knows, as they were written. */
  unknown: readonly string[];
}

const isBase = (part: string): part is ConsentBase =>
  (CONSENT_BASES as readonly string[]).includes(part);
const isModifier = (part: string): part is ConsentModifier =>
  part !== "RS" && (CONSENT_MODIFIERS as readonly string[]).includes(part);

/**
 * Reads a consent code such as `HMB-IRB-NPU-MDS`: from the right, taking away known modifiers until
 * the base is left. From the left it cannot be read, because the disease of `DS-XX` is free text of
 * one or more parts: `DS-CS-RD` is the disease CS and the modifier RD, `DS-RD` the disease RD.
 *
 * MDS (methods development is allowed) is the opposite of NMDS (it is not), so neither is ever taken
 * for the other. Older spellings are read too: `GRU(CC)`, `HMB-CC`, `RS-XX`, `RUO`.
 * Sources: Dyke et al. 2016, https://doi.org/10.1371/journal.pgen.1005772 (bases, RS, RUO, CC, NMDS);
 * the consent groups of the studies' pages at https://www.ncbi.nlm.nih.gov/gap/ (MDS, RD).
 */
export function parseConsentCode(text: string): ConsentCode {
  const parts = text
    .trim()
    .toUpperCase()
    .replaceAll("(CC)", "-CC")
    .split("-")
    .map((part) => part.trim());
  const modifiers: ConsentPart<ConsentModifier>[] = [];
  const unknown: string[] = [];
  // The base takes the first place, and the disease of DS at least the second.
  const first = parts[0] === "DS" ? 2 : 1;
  let end = parts.length;
  while (end > first) {
    const part = parts[end - 1] ?? "";
    if (isModifier(part)) {
      modifiers.unshift({ code: part, value: null });
      end -= 1;
    } else if (end - 1 > first && part !== "RS" && part !== "" && parts[end - 2] === "RS") {
      modifiers.unshift({ code: "RS", value: part });
      end -= 2;
    } else if (first === 2) {
      break;
    } else {
      // Two dashes in a row: something is missing, and nobody knows what.
      unknown.unshift(part === "" ? "-" : part);
      end -= 1;
    }
  }
  const base = readBase(parts.slice(0, end));
  return {
    base,
    modifiers,
    unknown: (base ? unknown : [parts.slice(0, end).join("-"), ...unknown]).filter(Boolean),
  };
}

function readBase(parts: readonly string[]): ConsentPart<ConsentBase> | null {
  const [code, ...rest] = parts;
  if (code === undefined || !isBase(code)) return null;
  if (code !== "DS") return { code, value: null };
  return rest.length > 0 && rest.every(Boolean) ? { code, value: rest.join("-") } : null;
}

/** A part as it is written in a code, for example `DS-CVD` or `IRB`. */
export function writePart({ code, value }: ConsentPart): string {
  return value === null ? code : `${code}-${value}`;
}

/** Writes a code that was understood; the inverse of `parseConsentCode`. */
export function writeConsentCode(
  base: ConsentPart<ConsentBase>,
  modifiers: readonly ConsentPart[],
) {
  return [base, ...modifiers].map(writePart).join("-");
}

const MEANINGS: Record<ConsentBase | ConsentModifier, string> = {
  NRES: "Any use: no restriction",
  GRU: "General research use: any research",
  HMB: "Health, medical or biomedical research; not the study of origins or ancestry",
  DS: "Only research on one disease",
  POA: "Only the study of population origins or ancestry",
  IRB: "An approval of the local ethics committee must be shown",
  PUB: "Results must be made available to other researchers",
  COL: "A letter of collaboration with the primary investigators is needed",
  NPU: "Only for not-for-profit organisations",
  MDS: "Developing methods is allowed",
  NMDS: "Developing methods is not allowed",
  GSO: "Genetic studies only",
  RD: "Related disorders may be studied too",
  RS: "Only research of one kind",
  RUO: "Research only, no use in clinical care",
  CC: "Use in clinical care is allowed",
};

/** What a part means, in words. */
export function meaningOfPart(part: ConsentPart): string {
  const words = MEANINGS[part.code];
  if (part.value === null) return words;
  return part.code === "DS"
    ? phrase(`Only research on ${diseaseInWords(part.value)}`)
    : `${words}: ${part.value}`;
}

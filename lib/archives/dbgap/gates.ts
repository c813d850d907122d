import { type Day, isDay } from "../../dates/day";
import type { Gate, GatedUnit, NamedGate } from "../gate";
import type { PersonFunction } from "../lifecycle";
import type { RuleValues } from "../qualification";
import { COUNTRIES, SECURITY, STANDARDS } from "./policies";
import { SOURCES } from "./sources";

/** China with Hong Kong and Macau, Russia, Iran, North Korea, Cuba, Venezuela. */
const COUNTRIES_OF_CONCERN = ["CN", "HK", "MO", "RU", "IR", "KP", "CU", "VE"] as const;

/** Those who sign in at dbGaP and fetch the files for the project. */
const DOWNLOADERS: readonly PersonFunction[] = ["pi", "downloader"];

/**
 * The conditions of access to a consent group. An approval covers later versions of the same
 * group, so nothing here asks for a version. Sources: each gate's own.
 * @param rules `superviseesCovered` (yes), `identityProofFrom` (a day, not set)
 */
export function gatesOf(unit: GatedUnit, rules: RuleValues): readonly Gate[] {
  if (unit.accessClass === "open") return [];
  const { identityProofFrom } = rules;
  return [
    APPROVAL,
    rules.superviseesCovered === false ? NAMED : NAMED_OR_SUPERVISED,
    ...ALWAYS,
    ...(isSetDay(identityProofFrom) ? [identityProof(identityProofFrom)] : []),
    ...(asksEthics(unit.consentCode) ? [ETHICS] : []),
  ];
}

const APPROVAL: Gate = {
  kind: "approval",
  id: "approval",
  label: "approved data access request",
  decidedBy: "archive",
  source: SOURCES.numbers,
};

const NAMED: NamedGate = {
  kind: "named",
  id: "named",
  label: "name on the project, under a PI who is here",
  functions: ["pi", "internal_collaborator", "external_collaborator", "downloader"],
  under: "pi",
  source: `${SOURCES.certification}; ${SOURCES.collaboratorFaq}`,
};

const NAMED_OR_SUPERVISED: NamedGate = {
  ...NAMED,
  functions: [...NAMED.functions, "supervised"],
};

const ALWAYS: readonly Gate[] = [
  { kind: "member", id: "member", label: "place on the team", source: SOURCES.certification },
  {
    kind: "identity",
    id: "account",
    label: "eRA Commons account",
    scheme: "era_commons",
    functions: DOWNLOADERS,
    source: SOURCES.requestFaq,
  },
  {
    kind: "qualification",
    id: "own_approval",
    label: "approval of the collaborator's own institution",
    type: "dbgap_own_approval",
    holder: "person",
    functions: ["external_collaborator"],
    perUnit: true,
    source: SOURCES.requesting,
  },
  {
    kind: "qualification",
    id: "attestation",
    label: "NIST SP 800-171 attestation",
    type: "sp800_171",
    holder: "institution",
    agreedFrom: SECURITY.from,
    source: `${SECURITY.notice}: ${SECURITY.source}`,
  },
  {
    kind: "country",
    id: "country",
    label: "work outside the countries of concern",
    barred: COUNTRIES_OF_CONCERN,
    from: COUNTRIES.from,
    source: `${COUNTRIES.notice}: ${COUNTRIES.source}`,
  },
];

function isSetDay(value: RuleValues[string] | undefined): value is Day {
  return typeof value === "string" && isDay(value);
}

function identityProof(from: Day): Gate {
  return {
    kind: "qualification",
    id: "identity_proof",
    label: "proof of identity",
    type: "identity_proof",
    holder: "person",
    functions: DOWNLOADERS,
    from,
    source: `${STANDARDS.notice}: ${STANDARDS.source}`,
  };
}

const ETHICS: Gate = {
  kind: "qualification",
  id: "ethics",
  label: "ethics approval",
  type: "ethics_approval",
  holder: "institution",
  perUnit: true,
  source: SOURCES.consentCodes,
};

/** `GRU-IRB` asks for it although it is otherwise general: the parts decide, not the whole. */
function asksEthics(consentCode: string | null | undefined): boolean {
  return consentCode?.toUpperCase().split("-").includes("IRB") ?? false;
}

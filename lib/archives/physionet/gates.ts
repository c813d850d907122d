import type { Gate, GatedUnit } from "../gate";
import type { RuleValues } from "../qualification";
import { lifecycleOf } from "./lifecycle";
import { CONTRIBUTOR } from "./lifecycle-contributor";
import { RESTRICTED } from "./lifecycle-restricted";
import { QUALIFICATIONS } from "./qualifications";
import { SOURCES } from "./sources";

/** Asked by every credentialed project; some ask for more. */
const COURSE = "citi_data_only";

/**
 * The conditions of access to a version, by its access policy. Access is personal: no gate asks
 * for the team. Source: MIT-LCP/physionet-build, project/authorization/access.py, the rule for a
 * single project; a list in the same file forgets the end of a request and is not followed.
 */
export function gatesOf(unit: GatedUnit, _rules: RuleValues): readonly Gate[] {
  if (isOpen(unit)) return unit.deprecatedOn || unit.embargoUntil ? [FILES] : [];
  const lifecycle = lifecycleOf(unit);
  if (lifecycle === RESTRICTED.id) return [FILES, ACCOUNT, SIGNATURE];
  const vetted = [FILES, ACCOUNT, CREDENTIALING, ...trainingsOf(unit)];
  return [...vetted, lifecycle === CONTRIBUTOR.id ? REQUEST : SIGNATURE];
}

function isOpen({ policy, accessClass }: GatedUnit): boolean {
  return policy === null ? accessClass === "open" : policy === "open";
}

function trainingsOf({ trainings }: GatedUnit): Gate[] {
  return [...new Set([COURSE, ...trainings])].map((type) => ({
    kind: "qualification",
    id: `training.${type}`,
    label: QUALIFICATIONS.find(({ id }) => id === type)?.name ?? type,
    type,
    holder: "person",
    source: SOURCES.gates,
  }));
}

const FILES: Gate = {
  kind: "files",
  id: "files",
  label: "files of this version",
  source: SOURCES.gates,
};

const ACCOUNT: Gate = {
  kind: "identity",
  id: "account",
  label: "PhysioNet account",
  scheme: "physionet",
  source: SOURCES.gates,
};

const CREDENTIALING: Gate = {
  kind: "qualification",
  id: "credentialing",
  label: "PhysioNet credentialing",
  type: "physionet_credential",
  holder: "person",
  source: SOURCES.gates,
};

const SIGNATURE: Gate = {
  kind: "approval",
  id: "signature",
  label: "signature of this version's agreement",
  decidedBy: "self",
  source: `${SOURCES.requests}; ${SOURCES.ownSignature}`,
};

/** Accepted for a number of days, 0 for ever; the status says accepted even after its end. */
const REQUEST: Gate = {
  kind: "approval",
  id: "request",
  label: "accepted access request",
  decidedBy: "archive",
  source: SOURCES.requests,
};

import { type Case, judgeAims } from "./aims";
import { CONDITIONS } from "./conditions";
import { type Duty, dutiesOf } from "./duties";
import type { Statements } from "./purpose";
import { isPermission, type TermKey, type UnitTerms } from "./terms-of-unit";
import { ask, deciding, type FitVerdict, type Judgement } from "./verdict";

/** What one term, or the lack of one, says of a purpose. */
export interface TermFit extends Judgement {
  /** The term as people know it, what was not understood as it was written, or null for no code at all. */
  code: string | null;
}

/** Whether a purpose may use a unit, and why. */
export interface Fit {
  verdict: FitVerdict;
  /** The term that decides; where all fits, the permission that allows it. */
  deciding: TermFit;
  /** Every term with what it says, in the order of the unit's terms. */
  all: readonly TermFit[];
  /** What must follow when the unit is used. */
  duties: readonly Duty[];
}

const RULES: Readonly<Record<TermKey, (given: Case) => Judgement>> = {
  ...CONDITIONS,
  NRES: judgeAims,
  GRU: judgeAims,
  HMB: judgeAims,
  DS: judgeAims,
  POA: judgeAims,
};

/**
 * Compares a purpose with the terms of a unit. What does not fit beats what must be asked, which
 * beats what fits. A unit without a permission, and a code that is not understood, are always for a
 * person: they never fit.
 * Source: GA4GH, Data Use Ontology (https://github.com/EBISPOT/DUO): a data set has one permission
 * and any number of modifiers, all of which a request has to meet.
 */
export function fitOf(purpose: Statements, unit: UnitTerms): Fit {
  const has = (key: TermKey) => unit.terms.some((term) => term.key === key);
  const judged = unit.terms.map((term) => ({
    code: term.code,
    ...RULES[term.key]({ purpose, term, has }),
  }));
  const all = [...judged, ...gaps(unit)];
  const decider = deciding(all) ?? NO_CODE;
  return { verdict: decider.outcome, deciding: decider, all, duties: dutiesOf(unit) };
}

const NO_CODE: TermFit = {
  code: null,
  ...ask("No code for the use of these data is published here: read their terms at the archive."),
};

/** What is missing or not understood, each a reason to ask. */
function gaps({ terms, unknown }: UnitTerms): TermFit[] {
  if (terms.length === 0 && unknown.length === 0) return [NO_CODE];
  const unread = unknown.map((code) => ({
    code,
    ...ask(`${code} is not known here: read what the archive says of it.`),
  }));
  if (unread.length > 0 || terms.some(isPermission)) return unread;
  return [
    { code: null, ...ask("Conditions are published for these data, but not what they permit.") },
  ];
}

import { ARCHIVES } from "../archives/index";
import type { RuleValues } from "../archives/qualification";
import type { Day } from "../dates/day";
import type { Holding, Pending } from "../readiness/facts";
import { holdingOf, type IdentityRow, identityHolding, type QualificationRow } from "./claims";
import { type HoldingSteps, identitySteps, qualificationSteps } from "./next-steps";
import { QUALIFICATION_TYPES } from "./qualification-types";
import { IDENTITY_SCHEMES } from "./schemes";
import { type StateOnDay, stateOf } from "./state";

/** One thing that somebody should hold, or holds, with what can be recorded of it next. */
export interface Box {
  kind: "identity" | "qualification";
  /** The id of the scheme or type. */
  id: string;
  /** The one unit or request that it counts for; null: for all. */
  unitId: string | null;
  requestId: string | null;
  /** The newest row last. */
  rowIds: string[];
  standing: StateOnDay;
  pending: Pending | null;
  steps: HoldingSteps;
}

/** Facts about a person, or about the institution, from which boxes are made. */
export interface BoxFacts {
  /** Ids of the schemes and types that somebody should hold. */
  wanted: ReadonlySet<string>;
  identities: readonly (IdentityRow & { scheme: string })[];
  qualifications: readonly (QualificationRow & { type: string })[];
  /** By archive code. */
  rules: ReadonlyMap<string, RuleValues>;
  today: Day;
  may: { waive: boolean };
}

/** A box for all that is asked or recorded: archive by archive, accounts first, then what is general. */
export function boxesOf(facts: BoxFacts): Box[] {
  const boxes = [...identityBoxes(facts), ...qualificationBoxes(facts)];
  const order = [
    ...ARCHIVES.flatMap((archive) => [...archive.identities, ...archive.qualifications]),
    ...IDENTITY_SCHEMES,
    ...QUALIFICATION_TYPES,
  ].map(({ id }) => id);
  return boxes.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function identityBoxes({ wanted, identities, today }: BoxFacts): Box[] {
  return IDENTITY_SCHEMES.flatMap(({ id }) => {
    const rows = identities.filter(({ scheme }) => scheme === id);
    if (rows.length === 0 && !wanted.has(id)) return [];
    const seen = standOn(identityHolding(rows), today);
    return [
      {
        ...{ kind: "identity", id, unitId: null, requestId: null, ...seen },
        rowIds: rows.map((row) => row.id),
        steps: identitySteps(rows, seen),
      },
    ];
  });
}

function qualificationBoxes(facts: BoxFacts): Box[] {
  return QUALIFICATION_TYPES.flatMap((type) => {
    const rows = facts.qualifications.filter((row) => row.type === type.id);
    const isWanted = facts.wanted.has(type.id);
    const scopes = Map.groupBy(rows, ({ unitId, requestId }) => `${unitId} ${requestId}`);
    if (scopes.size === 0 && isWanted) scopes.set("", []);
    return [...scopes.values()].map((group): Box => {
      const seen = standOn(holdingOf(type, group, rulesFor(type.id, facts.rules)), facts.today);
      return {
        ...{ kind: "qualification", id: type.id, ...seen },
        unitId: group[0]?.unitId ?? null,
        requestId: group[0]?.requestId ?? null,
        rowIds: group.map((row) => row.id),
        steps: qualificationSteps(type, group, seen, facts.may),
      };
    });
  });
}

function standOn(holding: Holding, today: Day) {
  return { standing: stateOf(holding, today), pending: holding.pending };
}

/** The rules of the archive that a type belongs to; none for general ones. */
function rulesFor(typeId: string, rules: ReadonlyMap<string, RuleValues>): RuleValues {
  const archive = ARCHIVES.find(({ qualifications }) =>
    qualifications.some(({ id }) => id === typeId),
  );
  return (archive && rules.get(archive.code)) ?? {};
}

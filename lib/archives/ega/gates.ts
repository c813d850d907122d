import type { Gate, GatedUnit } from "../gate";
import type { RuleValues } from "../qualification";
import { SOURCES } from "./sources";

/**
 * The conditions of access to a data set. EGA decides nothing itself: the committee's agreement
 * and the permission that it opens at EGA are two things, and both must stand. Sources: each
 * gate's own.
 */
export function gatesOf({ accessClass }: GatedUnit, _rules: RuleValues): readonly Gate[] {
  return accessClass === "open" ? [] : GATES;
}

const GATES: readonly Gate[] = [
  {
    kind: "approval",
    id: "permission",
    label: "permission at EGA",
    decidedBy: "archive",
    source: SOURCES.permission,
  },
  {
    kind: "agreement",
    id: "agreement",
    label: "agreement with the committee",
    source: SOURCES.template,
  },
  {
    kind: "named",
    id: "named",
    label: "name in the agreement",
    functions: ["applicant", "authorised_personnel"],
    source: SOURCES.template,
  },
  { kind: "member", id: "member", label: "place on the team", source: SOURCES.template },
  {
    kind: "identity",
    id: "account",
    label: "EGA account",
    scheme: "ega",
    source: SOURCES.accessFaq,
  },
];

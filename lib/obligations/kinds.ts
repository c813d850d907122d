import type { DutyKind } from "../archives/duty-kind";
import { ARCHIVES } from "../archives/index";
import { GENERAL_KINDS } from "./general-kinds";

export {
  AFTERS,
  type After,
  DUTY_GROUPS,
  type DutyGroup,
  type DutyKind,
} from "../archives/duty-kind";

/** Every kind of duty that is described: what belongs to no archive, then each archive's own. */
export const DUTY_KINDS: readonly DutyKind[] = [
  ...GENERAL_KINDS,
  ...ARCHIVES.flatMap(({ dutyKinds }) => dutyKinds),
];

const BY_ID = new Map(DUTY_KINDS.map((kind) => [kind.id, kind]));

const UNKNOWN = {
  group: "team",
  leads: [30, 14, 7, 1, 0],
  after: "weekly",
  ifMissed: "What follows is not known.",
} as const;

/**
 * What is known of a kind of duty. One that is stored from an earlier release and described no
 * longer gets its id as a name and plain lead times.
 */
export function dutyKind(id: string): DutyKind {
  return BY_ID.get(id) ?? { id, name: id.replaceAll("_", " "), ...UNKNOWN };
}

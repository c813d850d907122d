import type { Gate, GatedUnit } from "../gate";
import type { RuleValues } from "../qualification";

export function gatesOf(_unit: GatedUnit, _rules: RuleValues): readonly Gate[] {
  return [];
}

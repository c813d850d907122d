import type { PolicyRule } from "../archives/policy";
import type { Day } from "../dates/day";

/** Whether a rule binds an agreement: it does, only once agreed anew, from a later day, or perhaps one day. */
export type Binding = "binds" | "when_renewed" | "later" | "proposal";

/**
 * The archive's dated rules with what each means for an agreement of `agreedOn`, on `day`. A rule
 * that binds agreements leaves older ones their terms until they are made anew.
 */
export function policiesFor(
  rules: readonly PolicyRule[],
  agreedOn: Day,
  day: Day,
): { rule: PolicyRule; binding: Binding }[] {
  return rules.map((rule) => ({ rule, binding: bindingOf(rule, agreedOn, day) }));
}

function bindingOf({ binds, from }: PolicyRule, agreedOn: Day, day: Day): Binding {
  if (binds === "proposal") return "proposal";
  if (day < from) return "later";
  return binds === "agreements" && agreedOn < from ? "when_renewed" : "binds";
}

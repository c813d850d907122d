import type { RuleSetting } from "../qualification";

/** EGA has no rules of its own to confirm; terms and reports stand in each committee's agreement. */
export const RULES: readonly RuleSetting[] = [];

import type { RuleSetting } from "../qualification";

export const RULES: readonly RuleSetting[] = [];

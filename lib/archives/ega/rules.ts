import type { RuleSetting } from "../qualification";
import { SOURCES } from "./sources";

/** EGA itself has no rules to confirm; terms and reports stand in each committee's agreement. */
export const RULES: readonly RuleSetting[] = [
  {
    id: "extensionOpensDays",
    label: "Days before the end from which an extension is asked",
    help: "Not confirmed. Each committee decides; one (ICGC ARGO) opens renewal 90 days before the end. Empty: from the approval on.",
    kind: "days",
    initial: 90,
    source: SOURCES.icgcTerm,
  },
];

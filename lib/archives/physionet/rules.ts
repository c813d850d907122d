import type { RuleSetting } from "../qualification";
import { SOURCES } from "./sources";

export const RULES: readonly RuleSetting[] = [
  {
    id: "trainingDays",
    label: "Days for which PhysioNet counts an accepted training",
    help: "Not confirmed. Counted from PhysioNet's acceptance. Its demonstration data set 1095 days, three years; in 2022 the site was reported to set none. Empty: no end at PhysioNet.",
    kind: "days",
    initial: null,
    source: `${SOURCES.trainingFixture}; ${SOURCES.trainingLength}`,
  },
  {
    id: "countReportEnd",
    label: "A training ends when its report says so",
    help: "Not confirmed. PhysioNet does not look at the end printed on the report, but its licence asks everybody to keep the training current. Off: only PhysioNet's own days count.",
    kind: "yes",
    initial: true,
    source: SOURCES.agreement,
  },
];

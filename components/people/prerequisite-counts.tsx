import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { HOLDING_STATES, type HoldingState } from "@/lib/people/state";
import type { HoldingCounts } from "@/lib/services/prerequisites";

/** What calls for somebody, most pressing first; all else is as it should be. */
const PRESSING: readonly HoldingState[] = [
  "revoked",
  "expired",
  "rejected",
  "ending_soon",
  "incomplete",
  "in_review",
];

/** What is recorded of a person in a few words: what needs somebody, else what holds. */
export function PrerequisiteCounts({ counts = {} }: { counts?: HoldingCounts }) {
  const t = useTranslations("people.prerequisites");
  const known = HOLDING_STATES.filter((state) => counts[state]);
  if (known.length === 0) {
    return (
      <Text inherit c="dimmed">
        {t("none")}
      </Text>
    );
  }
  const pressing = PRESSING.filter((state) => counts[state]);
  const shown = pressing.length > 0 ? pressing : known;
  return shown.map((state) => t(state, { count: counts[state] ?? 0 })).join(", ");
}

import { useTranslations } from "next-intl";
import type { RosterReason, RosterVerdict } from "@/lib/rosters/compare";

/** What a verdict on a line means to the reader. */
export const ROSTER_TONES = {
  extra: "bad",
  unknown: "warn",
  missing: "info",
  expected: "good",
} as const satisfies Record<RosterVerdict, string>;

/** Why a line is judged as it is, in a sentence. */
export function RosterReasonText({ reason }: { reason: RosterReason }) {
  const t = useTranslations("rosters.reason");
  const status = useTranslations("readiness.status");
  const shut = reason.shut.map((one) => `${one.unit} (${status(one.status)})`);
  return t(reason.code, { units: shut.join(", "), names: reason.names.join(", ") });
}

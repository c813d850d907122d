import { type AmendmentRule, needsConsent } from "../archives/amendment";

/** Where an amendment stands. `recorded` is one that needed nobody's consent. */
export const AMENDMENT_STATES = [
  "preparing",
  "asked",
  "approved",
  "refused",
  "withdrawn",
  "recorded",
] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

/** What can be done with an amendment next. */
export type AmendmentStep = "ask" | "decide" | "record" | "withdraw";

/** What can be done with an amendment that stands so, under its archive's rule. */
export function nextSteps(state: AmendmentState, rule: AmendmentRule): AmendmentStep[] {
  if (state === "asked") return ["decide", "withdraw"];
  if (state !== "preparing") return [];
  return [needsConsent(rule) ? "ask" : "record", "withdraw"];
}

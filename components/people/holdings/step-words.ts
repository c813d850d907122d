"use client";

import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import type { Box } from "@/lib/people/boxes";
import type { HoldingStep } from "@/lib/people/next-steps";

/** The words on the button of a step: what somebody will have done, not what a form is called. */
export function useStepWords(): (step: HoldingStep, box: Box) => string {
  const t = useTranslations("person.steps");
  const say = useSay();
  return (step, { kind, rowIds }) => {
    if (step.kind === "move") return say(step.move.label);
    if (step.kind !== "record") return t(step.kind);
    if (rowIds.length === 0) return t("record");
    return t(kind === "identity" ? "recordAnother" : "recordAnew");
  };
}

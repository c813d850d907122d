"use client";

import { useTranslations } from "next-intl";
import type { Box } from "@/lib/people/boxes";
import type { HoldingStep } from "@/lib/people/next-steps";
import { typeById } from "@/lib/people/qualification-types";

/** The words on the button of a step: what somebody will have done, not what a form is called. */
export function useStepWords(): (step: HoldingStep, box: Box) => string {
  const t = useTranslations("person.steps");
  return (step, { kind, id, standing }) => {
    if (step.kind === "move") return step.move.label;
    if (step.kind !== "record") return t(step.kind);
    if (kind === "identity") return t("recordAccount");
    // Whoever had one brings the next paper of the same kind.
    const proof = typeById(id)?.proof;
    return standing.claim && proof ? t("recordAnew") : t("record");
  };
}

"use client";

import { useTranslations } from "next-intl";
import type { QualificationType } from "@/lib/archives/qualification";
import { typeById } from "@/lib/people/qualification-types";
import { schemeById } from "@/lib/people/schemes";
import {
  type AccountContext,
  editAccount,
  proveAccount,
  recordAccount,
  removeAccount,
  verifyAccount,
} from "./account-forms";
import type { HoldingForm } from "./holding-form";
import type { Holdings, Target } from "./holdings";
import {
  correctQualificationForm,
  moveQualificationForm,
  proveQualificationForm,
  recordQualificationForm,
  waiveQualificationForm,
} from "./qualification-forms";

/** The questions that a step asks and what is sent with the answers; null for what is unknown here. */
export function useHoldingForm(holdings: Holdings): (target: Target) => HoldingForm | null {
  const account = useTranslations("person.account");
  const qualification = useTranslations("person.qualification");
  const fields = useTranslations("person.fields");

  function formOfAccount({ step }: Target, scheme: AccountContext["scheme"]): HoldingForm {
    const rowId = "rowId" in step ? step.rowId : undefined;
    const row = holdings.accounts.find((each) => each.id === rowId);
    const context = { holdings, scheme, row, words: account };
    if (step.kind === "verify") return verifyAccount(context);
    if (step.kind === "edit") return editAccount(context);
    if (step.kind === "remove") return removeAccount(context);
    return step.kind === "prove" ? proveAccount(context) : recordAccount(context);
  }

  function formOfQualification(target: Target, type: QualificationType): HoldingForm {
    const { step } = target;
    const rowId = "rowId" in step ? step.rowId : undefined;
    const row = holdings.qualifications.find((each) => each.id === rowId);
    const words = { words: qualification, fieldWords: fields };
    const context = { holdings, type, box: target, row, ...words };
    if (step.kind === "move") return moveQualificationForm(context, step.move);
    if (step.kind === "correct") return correctQualificationForm(context);
    if (step.kind === "waive") return waiveQualificationForm(context);
    return step.kind === "prove"
      ? proveQualificationForm(context)
      : recordQualificationForm(context);
  }

  return (target) => {
    const scheme = target.kind === "identity" ? schemeById(target.id) : undefined;
    const type = target.kind === "qualification" ? typeById(target.id) : undefined;
    if (scheme) return formOfAccount(target, scheme);
    return type ? formOfQualification(target, type) : null;
  };
}

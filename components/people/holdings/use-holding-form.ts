"use client";

import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import type { QualificationType } from "@/lib/archives/qualification";
import { typeById } from "@/lib/people/qualification-types";
import { schemeById } from "@/lib/people/schemes";
import type { Say } from "@/lib/said/say";
import {
  type AccountContext,
  type AccountWords,
  editAccount,
  proveAccount,
  recordAccount,
  removeAccount,
  verifyAccount,
} from "./account-forms";
import type { FactField } from "./fact-fields";
import type { HoldingForm } from "./holding-form";
import type { Holdings, Target } from "./holdings";
import {
  correctQualificationForm,
  moveQualificationForm,
  proveQualificationForm,
  type QualificationWords,
  recordQualificationForm,
  waiveQualificationForm,
} from "./qualification-forms";

/** The questions that a step asks and what is sent with the answers; null for what is unknown here. */
export function useHoldingForm(holdings: Holdings): (target: Target) => HoldingForm | null {
  const account = useTranslations("person.account");
  const qualification = useTranslations("person.qualification");
  const fields = useTranslations("person.fields");
  const say = useSay();

  function formOfAccount({ step }: Target, scheme: AccountContext["scheme"]): HoldingForm {
    const rowId = "rowId" in step ? step.rowId : undefined;
    const row = holdings.accounts.find((each) => each.id === rowId);
    const words: AccountWords = (key, facts) => account(key, { ...facts, name: say(facts.name) });
    const context = { holdings, scheme, row, words };
    if (step.kind === "verify") return verifyAccount(context);
    if (step.kind === "edit") return editAccount(context);
    if (step.kind === "remove") return removeAccount(context);
    return step.kind === "prove" ? proveAccount(context) : recordAccount(context);
  }

  function formOfQualification(target: Target, type: QualificationType): HoldingForm {
    const { step } = target;
    const rowId = "rowId" in step ? step.rowId : undefined;
    const row = holdings.qualifications.find((each) => each.id === rowId);
    const words: QualificationWords = (key, { name, step, ...facts }) =>
      qualification(key, { ...facts, name: say(name), step: say(step) });
    const context = { holdings, type, box: target, row, words, fieldWords: fields, say };
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
    if (scheme) return said(formOfAccount(target, scheme), say);
    return type ? said(formOfQualification(target, type), say) : null;
  };
}

/** The form with what the archives say of it, in the reader's language. */
function said(form: HoldingForm, say: Say): HoldingForm {
  const inWords = (field: FactField): FactField => ({
    ...field,
    label: say(field.label),
    ...(field.help && { help: say(field.help) }),
    ...(field.options && {
      options: field.options.map(({ value, label }) => ({ value, label: say(label) })),
    }),
  });
  return {
    ...form,
    title: say(form.title),
    ...(form.intro && { intro: say(form.intro) }),
    fieldsFor: (values) => form.fieldsFor(values).map(inWords),
  };
}

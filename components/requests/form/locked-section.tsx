"use client";

import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Note } from "@/components/ui/note";
import type { Answers, Field } from "@/lib/archives/form";
import { answerText } from "@/lib/requests/answer-text";
import { changedFields } from "@/lib/requests/draft";
import type { Lock } from "@/lib/requests/revision";
import { questionId } from "../question-id";
import type { AnswerName, FormPerson, FormValues } from "./form-values";
import classes from "./locked.module.css";
import { useLocks } from "./locks";
import { OpenSection } from "./open-section";

/** Why a part of the form is shut, and for whoever may, the button that opens it. */
export function LockReason(props: {
  lock: Lock;
  section: string;
  title: string;
  itemKey?: string;
}) {
  const t = useTranslations("rounds.lock");
  const { open } = useLocks();
  return (
    <div className={classes.why}>
      <span>
        <IconLock size={18} stroke={1.8} aria-hidden />
        {t(props.lock)}
      </span>
      {open && props.lock === "not_sent_back" && <OpenSection {...props} open={open} />}
    </div>
  );
}

/** The answers of a section that nobody may write in now, to read and to copy. */
export function LockedAnswers(props: {
  fields: readonly Field[];
  answers: Answers;
  itemKey?: string;
  people: readonly FormPerson[];
}) {
  const t = useTranslations("requests");
  const { fields, answers, itemKey, people } = props;
  const words = {
    yes: t("form.yes"),
    personName: (id: string) => people.find((person) => person.id === id)?.name,
  };
  return (
    <>
      <dl className={classes.answers}>
        {fields.map((field) => (
          <div key={field.id} id={questionId(field.id, itemKey)} tabIndex={-1}>
            <dt>{field.label}</dt>
            <dd>{answerText(field, answers[field.id], words) || t("page.answers.unanswered")}</dd>
          </div>
        ))}
      </dl>
      <UnsavedHere {...props} />
    </>
  );
}

/** What was typed here before the section was shut: it is in sight until it is taken back. */
function UnsavedHere({ fields, answers, itemKey }: Parameters<typeof LockedAnswers>[0]) {
  const t = useTranslations("rounds.lock");
  const { base } = useLocks();
  const { setValue } = useFormContext<FormValues>();
  const stored = base();
  const before = itemKey === undefined ? stored.answers : (stored.itemAnswers[itemKey] ?? {});
  const changed = changedFields(before, answers).filter((id) =>
    fields.some((field) => field.id === id),
  );
  if (changed.length === 0) return null;
  const nameOf = (id: string): AnswerName =>
    itemKey === undefined ? `answers.${id}` : `itemAnswers.${itemKey}.${id}`;
  return (
    <div className={classes.unsaved}>
      <Note tone="warn" title={t("unsavedTitle")}>
        <p>{t("unsaved")}</p>
        <Button
          variant="default"
          size="xs"
          mt="xs"
          onClick={() => {
            for (const id of changed) setValue(nameOf(id), before[id], { shouldDirty: true });
          }}
        >
          {t("takeBack")}
        </Button>
      </Note>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Field } from "@/lib/archives/form";
import { isEmpty, readAnswer } from "@/lib/requests/answer";
import { questionId } from "../question-id";
import { AnswerInput } from "./answer-input";
import { type AnswerName, blankAnswer, type FormPerson, type FormValues } from "./form-values";
import { FromLibrary } from "./from-library";
import { useProblem } from "./problems";
import classes from "./question.module.css";

/** One question of an archive's form with its guidance. */
export function Question(props: {
  field: Field;
  /** Where each item has its own answer. */
  itemKey?: string;
  people: readonly FormPerson[];
}) {
  const t = useTranslations("requests.form");
  const { field, itemKey } = props;
  const id = questionId(field.id, itemKey);
  const name: AnswerName =
    itemKey === undefined ? `answers.${field.id}` : `itemAnswers.${itemKey}.${field.id}`;
  const { field: control, fieldState } = useController<FormValues, AnswerName>({
    name,
    rules: { validate: (value) => storageProblem(field, value) ?? true },
  });
  const value = control.value ?? blankAnswer(field.kind);
  const problem = useProblem(id, fieldState.isTouched && !isEmpty(value));
  const error = fieldState.error?.message ?? problem;
  const { topic } = field;
  return (
    <div id={id} className={classes.frame}>
      <AnswerInput
        field={field}
        value={value}
        control={control}
        people={props.people}
        label={
          field.required ? (
            field.label
          ) : (
            <>
              {field.label} <span className={classes.optional}>{t("optional")}</span>
            </>
          )
        }
        error={error}
      />
      {topic && (
        <FromLibrary
          field={{ ...field, topic }}
          entry={itemKey === undefined ? field.id : `${itemKey}/${field.id}`}
          value={typeof value === "string" ? value : ""}
          onChange={control.onChange}
        />
      )}
    </div>
  );
}

/** Why an answer cannot even be kept in a draft. */
function storageProblem(field: Field, value: unknown): string | null {
  const reading = readAnswer(field, value, "draft");
  return reading.ok ? null : reading.message;
}

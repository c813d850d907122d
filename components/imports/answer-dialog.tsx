"use client";

import { NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { Question } from "@/lib/imports/change";

type Typed = Record<string, string>;
/** What rows are answered with, as the server reads it. */
export type Answered = Record<string, string>;

/** What chosen rows leave open, asked once for all of them. */
export function AnswerDialog(props: {
  questions: readonly Question[];
  people: readonly { id: string; name: string }[];
  rows: number;
  onSend: (choice: Answered) => Promise<ActionResult<unknown>>;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("imports.answer");
  const { send, isSending, failure } = useSending();
  const [typed, setTyped] = useState<Typed>({});
  const set = (about: string) => (value: string) => setTyped((was) => ({ ...was, [about]: value }));
  return (
    <Dialog opened onClose={props.onClose} title={t("title", { rows: props.rows })} size="lg">
      <Form onSend={() => send(() => props.onSend(choiceOf(typed)), props.onDone)}>
        <Stack>
          <FormProblem failure={failure} />
          {props.questions.map((question) => (
            <Asked
              key={question.about}
              question={withPeople(question, props.people)}
              value={typed[question.about] ?? ""}
              code={typed.ownUnit ?? ""}
              onChange={set(question.about)}
              onCode={set("ownUnit")}
            />
          ))}
          <FormEnd onCancel={props.onClose} isSending={isSending} label={t("send")} />
        </Stack>
      </Form>
    </Dialog>
  );
}

function Asked(props: {
  question: Question;
  value: string;
  code: string;
  onChange: (value: string) => void;
  onCode: (value: string) => void;
}) {
  const t = useTranslations("imports.answer");
  const say = useSay();
  const { question, value, onChange } = props;
  const { about, why, required, options } = question;
  const label = t(`about.${about}`);
  if (about === "decidedOn" || about === "startsOn" || about === "endsOn") {
    return (
      <DayInput
        label={label}
        description={say(why)}
        value={value}
        onChange={onChange}
        required={required}
        inputWrapperOrder={["label", "description", "input", "error"]}
      />
    );
  }
  return (
    <>
      <NativeSelect
        label={label}
        description={say(why)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        required={required}
        data={[
          { value: "", label: t("choose") },
          ...options
            .filter((option) => option.value !== "")
            .map((option) => ({ value: option.value, label: say(option.label) })),
          ...(about === "unit" ? [{ value: "own", label: t("ownUnit") }] : []),
        ]}
      />
      {about === "unit" && value === "own" && (
        <TextInput
          label={t("ownCode")}
          description={
            <Text span inherit>
              {t("ownCodeHelp")}
            </Text>
          }
          value={props.code}
          onChange={(event) => props.onCode(event.currentTarget.value)}
          maxLength={60}
          required
        />
      )}
    </>
  );
}

function withPeople(question: Question, people: readonly { id: string; name: string }[]): Question {
  if (question.about !== "person") return question;
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return { ...question, options: [...question.options, ...options] };
}

/** Only what was answered; a unit to enter travels as its code. */
function choiceOf({ unit, ownUnit, ...typed }: Typed): Answered {
  const choice: Answered = {};
  for (const [about, value] of Object.entries(typed)) {
    if (value.trim() !== "") choice[about] = value.trim();
  }
  if (unit === "own") return { ...choice, ownUnit: ownUnit ?? "" };
  if (unit?.startsWith("own:")) return { ...choice, ownUnit: unit.slice("own:".length) };
  return unit ? { ...choice, unitId: unit } : choice;
}

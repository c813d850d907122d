"use client";

import { Checkbox, Stack, Text, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { questionId } from "@/components/requests/question-id";
import { DayInput } from "@/components/ui/day-input";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Field, Section } from "@/lib/archives/form";
import { readAnswer } from "@/lib/requests/answer";
import type { Tellable } from "@/lib/requests/progress-report";
import { type RenewalValues, retold, type Tells } from "./renewal-values";

/** The progress report: what may be told, each ticked in or out, and the archive's own questions. */
export function ReportPart(props: {
  sections: readonly Section[];
  tellable: readonly Tellable[];
  tells: Tells;
}) {
  const t = useTranslations("renewal.report");
  const say = useSay();
  const told = props.tellable.filter(({ kind }) => props.tells[kind] !== undefined);
  return (
    <Stack gap="lg">
      {told.length > 0 ? (
        <Told tellable={told} tells={props.tells} />
      ) : (
        <Text c="dimmed">{t("nothing")}</Text>
      )}
      {props.sections.map((section) => (
        <Stack key={section.id} gap="md">
          {section.intro && <Text>{say(section.intro)}</Text>}
          {section.fields.map((field) => (
            <Answer key={field.id} field={field} />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}

function Told({ tellable, tells }: { tellable: readonly Tellable[]; tells: Tells }) {
  const t = useTranslations("renewal.report");
  const kinds = useTranslations("outputs.kinds");
  const dates = useDates();
  const { control, getValues, setValue } = useFormContext<RenewalValues>();
  function write(after: readonly string[]) {
    const before = getValues("told");
    for (const entry of tellable) {
      const isTold = after.includes(entry.id);
      if (before.includes(entry.id) === isTold) continue;
      const change = retold(tells, entry, isTold, getValues("answers"));
      if (change) setValue(`answers.${change.question}`, change.text, { shouldDirty: true });
    }
    setValue("told", [...after], { shouldDirty: true });
  }
  return (
    <Controller
      control={control}
      name="told"
      render={({ field }) => (
        <Checkbox.Group
          label={t("told")}
          description={t("toldHint")}
          value={field.value}
          onChange={write}
        >
          <Stack gap="xs" mt="xs">
            {tellable.map((entry) => (
              <Checkbox
                key={entry.id}
                value={entry.id}
                label={entry.title}
                description={t("line", {
                  kind: entry.kind === "incident" ? t("incident") : kinds(entry.kind),
                  day: dates.day(entry.on),
                })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    />
  );
}

function Answer({ field: question }: { field: Field }) {
  const t = useTranslations("requests.form");
  const say = useSay();
  const { control } = useFormContext<RenewalValues>();
  const label = question.required ? question.label : `${question.label} ${t("optional")}`;
  return (
    <Controller
      control={control}
      name={`answers.${question.id}`}
      rules={{ validate: (value) => problemOf(question, value) ?? true }}
      render={({ field, fieldState }) => {
        const shared = {
          ...{
            id: questionId(question.id),
            label,
            description: question.guidance && say(question.guidance),
          },
          ...{ required: question.required, withAsterisk: false },
          error: fieldState.error?.message && say(fieldState.error.message),
        };
        return question.kind === "date" ? (
          <DayInput {...shared} {...field} />
        ) : (
          <Textarea {...shared} {...field} autosize minRows={3} maxRows={20} />
        );
      }}
    />
  );
}

/** Why an answer cannot even be kept while the renewal is being written. */
function problemOf(field: Field, value: string): string | null {
  const reading = readAnswer(field, value, "draft");
  return reading.ok ? null : reading.message;
}

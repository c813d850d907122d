"use client";

import { Checkbox, Group, Radio, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useController, useFormContext, useWatch } from "react-hook-form";
import { DayInput } from "@/components/ui/day-input";
import { COUNTRIES } from "@/lib/archives/countries";
import type { PurposeFields } from "@/lib/data-use/purpose";
import { ANSWERS, DUO_OF_KIND, QUESTIONS, RESEARCH_KINDS } from "@/lib/data-use/purpose-questions";

interface Asked {
  /** Before the name of a field in its id. */
  prefix: string;
}

/** All that is asked about a purpose. */
export function PurposeQuestions({ prefix }: Asked) {
  const kinds = useWatch<PurposeFields, "kinds">({ name: "kinds" });
  return (
    <>
      <LineQuestion prefix={prefix} name="name" required />
      <KindsQuestion prefix={prefix} />
      {kinds.includes("disease") && <ListQuestion prefix={prefix} name="diseases" required />}
      {QUESTIONS.map((name) => (
        <AnswerQuestion key={name} prefix={prefix} name={name} />
      ))}
      <CountryQuestion prefix={prefix} />
      <LineQuestion prefix={prefix} name="institution" />
      <ListQuestion prefix={prefix} name="users" />
      <UntilQuestion prefix={prefix} />
    </>
  );
}

/** The id, label, help and problem of a field. */
function useFrame<N extends keyof PurposeFields>(name: N, prefix: string) {
  const t = useTranslations("fit.purpose");
  const { field, fieldState } = useController<PurposeFields, N>({ name });
  const key: keyof PurposeFields = name;
  const frame = {
    id: prefix + name,
    label: t(`fields.${key}`),
    description: t(`help.${key}`),
    error: fieldState.error?.message,
  };
  return { field, frame };
}

function LineQuestion({
  prefix,
  name,
  required,
}: Asked & { name: "name" | "institution"; required?: boolean }) {
  const t = useTranslations("fit.purpose");
  const { register, formState } = useFormContext<PurposeFields>();
  return (
    <TextInput
      id={prefix + name}
      label={t(`fields.${name}`)}
      description={t(`help.${name}`)}
      error={formState.errors[name]?.message}
      required={required}
      autoComplete="off"
      {...register(name)}
    />
  );
}

function KindsQuestion({ prefix }: Asked) {
  const t = useTranslations("fit.purpose");
  const { field, frame } = useFrame("kinds", prefix);
  return (
    <Checkbox.Group {...frame} value={field.value} onChange={field.onChange} required>
      <Stack gap="sm" mt="xs">
        {RESEARCH_KINDS.map((kind) => {
          const code = DUO_OF_KIND[kind];
          const label = t(`kinds.${kind}`);
          return (
            <Checkbox
              key={kind}
              value={kind}
              label={code === null ? label : t("kindsDuo", { label, code })}
              description={t(`kindsHelp.${kind}`)}
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}

function ListQuestion({
  prefix,
  name,
  required,
}: Asked & { name: "diseases" | "users"; required?: boolean }) {
  const { field, frame } = useFrame(name, prefix);
  return (
    <TagsInput
      {...frame}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      required={required}
      maxLength={120}
    />
  );
}

function AnswerQuestion({ prefix, name }: Asked & { name: (typeof QUESTIONS)[number] }) {
  const t = useTranslations("fit.purpose");
  const { field, frame } = useFrame(name, prefix);
  return (
    <Radio.Group {...frame} value={field.value} onChange={field.onChange}>
      <Group mt="xs" gap="lg">
        {ANSWERS.map((answer) => (
          <Radio key={answer} value={answer} label={t(`answers.${answer}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function CountryQuestion({ prefix }: Asked) {
  const { field, frame } = useFrame("country", prefix);
  const t = useTranslations("fit.purpose");
  return (
    <Select
      {...frame}
      data={[...COUNTRIES]}
      value={field.value || null}
      onChange={(code) => field.onChange(code ?? "")}
      onBlur={field.onBlur}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("clearCountry") }}
    />
  );
}

function UntilQuestion({ prefix }: Asked) {
  const { field, frame } = useFrame("until", prefix);
  return (
    <DayInput {...frame} value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
  );
}

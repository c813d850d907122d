"use client";

import { MultiSelect, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSchema } from "@/components/forms/use-schema";
import { type Failure, useSending } from "@/components/forms/use-sending";
import { DayInput } from "@/components/ui/day-input";
import type { ActionResult } from "@/lib/action";
import { OUTPUT_KINDS } from "@/lib/archives/renewal";
import {
  OUTPUT_FIELDS,
  type OutputFacts,
  type OutputFields,
  outputForm,
} from "@/lib/outputs/output";
import type { TeamOutput } from "@/lib/services/outputs";
import { TheirOutput } from "./their-output";

/** A request on which an output may rest. */
export interface RequestChoice {
  id: string;
  label: string;
}

/** Asks what an output is, where it is found and on what it rests. */
export function OutputForm(props: {
  start: OutputFields;
  /** The version that the form is based on, null for a new output. */
  version: number | null;
  requests: readonly RequestChoice[];
  save: (fields: OutputFields, version: number | null) => Promise<ActionResult<unknown>>;
  onSaved: (title: string) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("outputs.fields");
  const kinds = useTranslations("outputs.kinds");
  const prefix = useId();
  const [version, setVersion] = useState(props.version);
  const [theirs, setTheirs] = useState<TeamOutput | null>(null);
  const { send, isSending, failure } = useSending();
  const form = useForm<OutputFields, unknown, OutputFacts>({
    resolver: useSchema(outputForm),
    defaultValues: props.start,
  });
  const { errors } = form.formState;

  function refused({ code, fields, details }: Failure) {
    for (const name of OUTPUT_FIELDS) {
      const message = fields?.[`output.${name}`];
      if (message) form.setError(name, { message });
    }
    if (code !== "CONFLICT") return;
    const { current } = details as { current: TeamOutput };
    setTheirs(current);
    // Saving once more is then a decision made with both texts in view.
    setVersion(current.version);
  }

  const submit = form.handleSubmit(() => {
    const fields = form.getValues();
    send(
      () => props.save(fields, version),
      () => props.onSaved(fields.title),
      refused,
    );
  });

  return (
    <Form onSend={submit}>
      <Stack>
        <FormProblem
          failure={failure}
          labels={Object.fromEntries(OUTPUT_FIELDS.map((name) => [`output.${name}`, t(name)]))}
          idOf={(field) => prefix + field.replace("output.", "")}
        />
        {theirs && <TheirOutput theirs={theirs} mine={form.getValues()} />}
        <NativeSelect
          {...form.register("kind")}
          id={`${prefix}kind`}
          label={t("kind")}
          error={errors.kind?.message}
          data={OUTPUT_KINDS.map((value) => ({ value, label: kinds(value) }))}
          data-autofocus
        />
        <TextInput
          {...form.register("title")}
          id={`${prefix}title`}
          label={t("title")}
          error={errors.title?.message}
          required
        />
        <TextInput
          {...form.register("reference")}
          id={`${prefix}reference`}
          label={t("reference")}
          description={t("referenceHint")}
          error={errors.reference?.message}
        />
        <Controller
          name="on"
          control={form.control}
          render={({ field, fieldState }) => (
            <DayInput
              id={`${prefix}on`}
              label={t("on")}
              required
              error={fieldState.error?.message}
              {...field}
            />
          )}
        />
        <Controller
          name="requestIds"
          control={form.control}
          render={({ field, fieldState }) => (
            <MultiSelect
              {...field}
              id={`${prefix}requestIds`}
              label={t("requestIds")}
              description={t("requestIdsHint")}
              data={props.requests.map(({ id, label }) => ({ value: id, label }))}
              searchable
              required
              error={fieldState.error?.message}
            />
          )}
        />
        <FormEnd onCancel={props.onCancel} isSending={isSending} />
      </Stack>
    </Form>
  );
}

"use client";

import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSchema } from "@/components/forms/use-schema";
import { useSending } from "@/components/forms/use-sending";
import type { ActionResult } from "@/lib/action";
import { type ViewFields, viewForm } from "@/lib/lists/saved-view";

/** A view's name, and whether the team sees it. */
export function ViewForm<T>(props: {
  start: ViewFields;
  mayShare: boolean;
  save: (fields: ViewFields) => Promise<ActionResult<T>>;
  onSaved: (fields: ViewFields, data: T) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("views");
  const nameId = useId();
  const { send, isSending, failure } = useSending();
  const form = useForm<ViewFields>({
    resolver: useSchema(viewForm),
    defaultValues: props.start,
  });
  const submit = form.handleSubmit((fields) =>
    send(
      () => props.save(fields),
      (data) => props.onSaved(fields, data),
      ({ fields: refused }) => {
        if (refused?.name) form.setError("name", { message: refused.name });
      },
    ),
  );
  return (
    <Form onSend={submit}>
      <Stack>
        <FormProblem failure={failure} labels={{ name: t("name") }} idOf={() => nameId} />
        <TextInput
          id={nameId}
          label={t("name")}
          description={t("nameHint")}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          error={form.formState.errors.name?.message}
          {...form.register("name")}
        />
        {props.mayShare && (
          <Checkbox
            label={t("share")}
            description={t("shareHint")}
            {...form.register("isShared")}
          />
        )}
        <FormEnd onCancel={props.onCancel} isSending={isSending} />
      </Stack>
    </Form>
  );
}

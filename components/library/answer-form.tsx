"use client";

import { NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSchema } from "@/components/forms/use-schema";
import { type Failure, useSending } from "@/components/forms/use-sending";
import { MarkedText } from "@/components/rounds/marked-text";
import type { ActionResult } from "@/lib/action";
import type { AnswerTopic } from "@/lib/archives/form";
import { type AnswerFacts, type AnswerFields, answerForm } from "@/lib/requests/library";
import type { LibraryAnswer } from "@/lib/services/library";

const FIELDS = ["topic", "title", "text"] as const;

/** An answer of the library as it is written; its topic stays once it is there. */
export function AnswerForm<T>(props: {
  start: AnswerFields;
  /** The version it was based on; null for a new one. */
  version: number | null;
  /** The topics to choose from; one is no choice. */
  topics: readonly AnswerTopic[];
  save: (fields: AnswerFacts, version: number) => Promise<ActionResult<T>>;
  onSaved: (fields: AnswerFacts, data: T) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("library");
  const words = useTranslations("forms");
  const prefix = useId();
  const [version, setVersion] = useState(props.version ?? 1);
  const [theirs, setTheirs] = useState<LibraryAnswer | null>(null);
  const { send, isSending, failure } = useSending();
  const form = useForm<AnswerFields, unknown, AnswerFacts>({
    resolver: useSchema(answerForm),
    defaultValues: props.start,
  });
  const field = (name: (typeof FIELDS)[number]) => ({
    id: prefix + name,
    label: t(`fields.${name}`),
    error: form.formState.errors[name]?.message,
    ...form.register(name),
  });

  function refused({ code, fields, details }: Failure) {
    for (const name of FIELDS) if (fields?.[name]) form.setError(name, { message: fields[name] });
    if (code !== "CONFLICT") return;
    const { current } = details as { current: LibraryAnswer };
    setTheirs(current);
    // Saving once more is then a decision made with both texts in view.
    setVersion(current.version);
  }

  const submit = form.handleSubmit((fields) =>
    send(
      () => props.save(fields, version),
      (data) => props.onSaved(fields, data),
      refused,
    ),
  );

  return (
    // Within the form of a request it stands in a dialog: sending one must not send the other.
    <Form onSend={submit}>
      <Stack>
        <FormProblem
          failure={failure}
          labels={Object.fromEntries(FIELDS.map((name) => [name, t(`fields.${name}`)]))}
          idOf={(name) => prefix + name}
        />
        {theirs && (
          <div>
            <Text size="sm" fw={550}>
              {words("theirVersion")}
            </Text>
            <MarkedText before={form.getValues("text")} after={theirs.text} />
          </div>
        )}
        {props.version === null && props.topics.length > 1 && (
          <NativeSelect
            {...field("topic")}
            data={props.topics.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))}
          />
        )}
        <TextInput
          {...field("title")}
          description={t("fields.titleHint")}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Textarea
          {...field("text")}
          autosize
          minRows={5}
          maxRows={20}
          required
          withAsterisk={false}
        />
        <FormEnd onCancel={props.onCancel} isSending={isSending} />
      </Stack>
    </Form>
  );
}

"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import type { ActionResult } from "@/lib/action";
import { browserTimeZone } from "./browser-time-zone";

type CreateTeam = (input: unknown) => Promise<ActionResult>;

/** Starts a team. `id` is the new team's, so that a form sent twice makes one. */
export function CreateTeamForm(props: { create: CreateTeam; id: string; userName: string }) {
  const t = useTranslations("welcome");
  const { send, isSending, failure } = useSending();
  const [values, setValues] = useState({ userName: props.userName, name: "", institution: "" });
  const field = (name: keyof typeof values) => ({
    id: name,
    value: values[name],
    error: failure?.fields?.[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Form
      onSend={() =>
        send(
          () => props.create({ ...values, id: props.id, timeZone: browserTimeZone() }),
          () => undefined,
        )
      }
    >
      <Stack>
        <FormProblem
          failure={failure}
          labels={{
            name: t("teamName"),
            institution: t("institution"),
            userName: t("yourName"),
          }}
        />
        <TextInput
          {...field("name")}
          label={t("teamName")}
          description={t("teamNameHint")}
          required
          maxLength={200}
        />
        <TextInput
          {...field("institution")}
          label={t("institution")}
          autoComplete="organization"
          maxLength={300}
        />
        <TextInput
          {...field("userName")}
          label={t("yourName")}
          description={t("yourNameHint")}
          autoComplete="name"
          required
          maxLength={200}
        />
        <Button type="submit" loading={isSending}>
          {t("createButton")}
        </Button>
      </Stack>
    </Form>
  );
}

"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";

interface Facts {
  name: string;
  institution: string;
}

/** The team's own facts, for its lead to change. */
export function TeamForm(props: {
  team: Facts;
  update: (input: unknown) => Promise<ActionResult<Facts>>;
}) {
  const t = useTranslations("settings");
  const words = useTranslations("forms");
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const { name, institution } = props.team;
  const [values, setValues] = useState<Facts>({ name, institution });
  const [was, setWas] = useState<Facts>({ name, institution });
  const [theirs, setTheirs] = useState<Facts | null>(null);
  const labels = { name: t("teamName"), institution: t("institution") };
  const field = (key: keyof Facts) => ({
    id: `team-${key}`,
    label: labels[key],
    value: values[key],
    error: failure?.fields?.[key],
    description:
      theirs && theirs[key] !== values[key]
        ? words("theirs", { label: words("conflict"), value: theirs[key] || words("empty") })
        : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [key]: value }));
    },
  });
  const settle = (facts: Facts) => setWas({ name: facts.name, institution: facts.institution });
  return (
    <Form
      onSend={() =>
        send(
          () => props.update({ ...values, was }),
          (saved) => {
            settle(saved);
            setTheirs(null);
            tell(t("teamSaved"));
          },
          ({ code, details }) => {
            if (code !== "CONFLICT") return;
            const { current } = details as { current: Facts };
            setTheirs(current);
            settle(current);
          },
        )
      }
    >
      <Stack maw={480}>
        <FormProblem failure={failure} labels={labels} idOf={(key) => `team-${key}`} />
        <TextInput {...field("name")} required maxLength={200} />
        <TextInput {...field("institution")} maxLength={300} />
        <Group>
          <Button type="submit" loading={isSending}>
            {words("save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

"use client";

import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { timeZones } from "@/components/forms/time-zones";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/languages";
import type { AccountFacts } from "@/lib/team/account-form";

const FIELDS = ["name", "language", "timeZone"] as const;

/** What somebody says of themselves, for all their teams. */
export function AccountForm(props: {
  start: AccountFacts;
  save: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("account");
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [values, setValues] = useState<Record<(typeof FIELDS)[number], string>>(props.start);
  const field = (name: (typeof FIELDS)[number]) => ({
    ...{ id: name, name, label: t(name), description: t(`${name}Hint`) },
    ...{ value: values[name], error: failure?.fields?.[name], required: true },
  });
  const set = (name: (typeof FIELDS)[number], value: string | null) =>
    setValues((before) => ({ ...before, [name]: value ?? before[name] }));
  return (
    <Form
      onSend={() =>
        send(
          () => props.save(values),
          () => tell(t("saved")),
        )
      }
    >
      <Stack>
        <FormProblem
          failure={failure}
          labels={Object.fromEntries(FIELDS.map((name) => [name, t(name)]))}
        />
        <TextInput
          {...field("name")}
          autoComplete="name"
          maxLength={200}
          onChange={(event) => set("name", event.currentTarget.value)}
        />
        <Select
          {...field("language")}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          allowDeselect={false}
          onChange={(value) => set("language", value)}
        />
        <Select
          {...field("timeZone")}
          data={timeZones(props.start.timeZone)}
          searchable
          allowDeselect={false}
          onChange={(value) => set("timeZone", value)}
        />
        <Group>
          <Button type="submit" loading={isSending}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useLaterSchema } from "@/components/forms/use-later-schema";
import { type Failure, useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { ButtonLink } from "@/components/ui/links";
import type { ActionResult } from "@/lib/action";
import type { PurposeFields } from "@/lib/data-use/purpose";
import { fieldsOf, PURPOSE_FIELDS } from "@/lib/data-use/purpose-fields";
import type { TeamPurpose } from "@/lib/services/purposes";
import { fitHref } from "./fit-path";
import { PurposeQuestions } from "./purpose-questions";
import { TheirPurpose } from "./their-purpose";

const loadSchema = () => import("@/lib/data-use/purpose").then((module) => module.purposeForm);

/** The form of a purpose. Without `stored` a new one is written. */
export function PurposeForm(props: {
  team: string;
  start: PurposeFields;
  stored?: { id: string; version: number };
  save: (input: unknown) => Promise<ActionResult<{ id: string }>>;
}) {
  const { team, stored } = props;
  const t = useTranslations("fit.purpose");
  const words = useTranslations("forms");
  const prefix = useId();
  const router = useRouter();
  const tell = useTell();
  const [commandId] = useState(() => crypto.randomUUID());
  const [version, setVersion] = useState(stored?.version);
  const [theirs, setTheirs] = useState<PurposeFields | null>(null);
  const { send, isSending, failure } = useSending();
  const form = useForm<PurposeFields>({
    resolver: useLaterSchema(loadSchema),
    defaultValues: props.start,
  });

  function refused({ code, fields, details }: Failure) {
    for (const name of PURPOSE_FIELDS) {
      const message = fields?.[`purpose.${name}`];
      if (message) form.setError(name, { message });
    }
    if (code !== "CONFLICT") return;
    const { current } = details as { current: TeamPurpose };
    setTheirs(fieldsOf(current.name, current.statements));
    // Saving once more is then a decision made with both texts in view.
    setVersion(current.version);
  }

  const submit = form.handleSubmit(() => {
    const purpose = form.getValues();
    send(
      () => props.save(stored ? { id: stored.id, version, purpose } : { commandId, purpose }),
      ({ id }) => {
        tell(t(stored ? "changed" : "added", { name: purpose.name }));
        router.push(fitHref(team, { purpose: id }));
      },
      refused,
    );
  });

  return (
    <FormProvider {...form}>
      <Form onSend={submit}>
        <Stack gap="lg" maw="44rem">
          <FormProblem
            failure={failure}
            labels={Object.fromEntries(
              PURPOSE_FIELDS.map((name) => [`purpose.${name}`, t(`fields.${name}`)]),
            )}
            idOf={(field) => prefix + field.replace("purpose.", "")}
          />
          {theirs && <TheirPurpose theirs={theirs} mine={form.getValues()} />}
          <PurposeQuestions prefix={prefix} />
          <Group>
            <Button type="submit" loading={isSending}>
              {words("save")}
            </Button>
            <ButtonLink variant="default" href={fitHref(team, { purpose: stored?.id })}>
              {words("cancel")}
            </ButtonLink>
          </Group>
        </Stack>
      </Form>
    </FormProvider>
  );
}

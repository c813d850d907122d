"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import type { ActionResult } from "@/lib/action";

type Confirm = (before: ActionResult | null, form: FormData) => Promise<ActionResult>;

/** The button behind a sign-in link: the deliberate press that link scanners never make. */
export function ConfirmForm({ confirm, token }: { confirm: Confirm; token: string }) {
  const t = useTranslations("signIn");
  const [answer, send, isSending] = useActionState(confirm, null);
  return (
    <form action={send}>
      <Stack>
        <FormProblem failure={answer?.ok === false ? answer : null} title={t("usedTitle")} />
        <input type="hidden" name="token" value={token} />
        <Button type="submit" size="md" loading={isSending} fullWidth>
          {t("confirm")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("confirmWhy")}
        </Text>
      </Stack>
    </form>
  );
}

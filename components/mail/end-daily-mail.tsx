"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import type { ActionResult } from "@/lib/action";

type End = (before: ActionResult | null, form: FormData) => Promise<ActionResult>;

/** The deliberate press behind the link in a daily mail, which no scanner of links makes. */
export function EndDailyMail({ end, token }: { end: End; token: string }) {
  const t = useTranslations("mailSettings.unsubscribe");
  const [answer, send, isSending] = useActionState(end, null);
  return (
    <form action={send}>
      <Stack>
        <FormProblem failure={answer?.ok === false ? answer : null} />
        <input type="hidden" name="token" value={token} />
        <Button type="submit" size="md" loading={isSending} fullWidth>
          {t("end")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("still")}
        </Text>
      </Stack>
    </form>
  );
}

"use client";

import { Button, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import type { ActionResult } from "@/lib/action";

/** Ends the reader's sessions on all devices. */
export function SignOutEverywhere({ signOut }: { signOut: () => Promise<ActionResult> }) {
  const t = useTranslations("settings");
  const { send, isSending, failure } = useSending();
  return (
    <Stack align="flex-start">
      <FormProblem failure={failure} />
      <Button variant="default" loading={isSending} onClick={() => send(signOut, () => undefined)}>
        {t("signOutEverywhere")}
      </Button>
    </Stack>
  );
}

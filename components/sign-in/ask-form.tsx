"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import type { ActionResult } from "@/lib/action";

type Ask = (before: ActionResult | null, form: FormData) => Promise<ActionResult>;

/** Asks for a sign-in link. Works before its scripts have loaded, and without them. */
export function AskForm({ ask, callbackPath }: { ask: Ask; callbackPath: string }) {
  const t = useTranslations("signIn");
  const [answer, send, isSending] = useActionState(ask, null);
  const field = useRef<HTMLInputElement>(null);
  const message = answer?.ok === false ? answer.message : null;
  useEffect(() => {
    if (answer?.ok === false) field.current?.focus();
  }, [answer]);
  return (
    <form action={send} noValidate>
      <Stack>
        <input type="hidden" name="callbackPath" value={callbackPath} />
        <TextInput
          ref={field}
          label={t("email")}
          name="email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          size="md"
          error={message}
          errorProps={{ role: "alert" }}
          // React empties a form once its action has answered; the typed address comes back.
          defaultValue={answer?.ok === false ? typedIn(answer) : undefined}
          key={message === null ? "new" : "again"}
        />
        <Button type="submit" size="md" loading={isSending} fullWidth>
          {t("send")}
        </Button>
      </Stack>
    </form>
  );
}

function typedIn(answer: Extract<ActionResult, { ok: false }>): string | undefined {
  const { details } = answer;
  return typeof details === "object" && details !== null && "typed" in details
    ? String(details.typed)
    : undefined;
}

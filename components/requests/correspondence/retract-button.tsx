"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";

/** Takes a comment back, after asking once more: its text is then gone. */
export function RetractButton(props: {
  id: string;
  retract: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("comments.retract");
  const words = useTranslations("forms");
  const tell = useTell();
  const [isAsked, setAsked] = useState(false);
  const { send, isSending, failure } = useSending();
  if (!isAsked) {
    return (
      <Button variant="subtle" size="compact-xs" color="gray" onClick={() => setAsked(true)}>
        {t("open")}
      </Button>
    );
  }
  return (
    <>
      <FormProblem failure={failure} title={t("refused")} />
      <Group gap="xs">
        <Button
          size="compact-xs"
          color="red"
          loading={isSending}
          onClick={() =>
            send(
              () => props.retract({ id: props.id }),
              () => tell(t("done")),
            )
          }
        >
          {t("yes")}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => setAsked(false)}>
          {words("cancel")}
        </Button>
      </Group>
    </>
  );
}

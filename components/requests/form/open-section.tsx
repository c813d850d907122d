"use client";

import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";
import { lockName } from "@/lib/requests/revision";
import { useLocks } from "./locks";

/** The button by which a lead or coordinator opens one more section, once they said why. */
export function OpenSection(props: {
  section: string;
  title: string;
  itemKey?: string;
  open: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("rounds.open");
  const words = useTranslations("forms");
  const { requestId, onOpened } = useLocks();
  const { section, title, itemKey } = props;
  const [isShown, { open: show, close }] = useDisclosure(false);
  const [reason, setReason] = useState("");
  const { send, isSending, failure, forget } = useSending();
  const tell = useTell();
  const fieldId = useId();

  function stop() {
    forget();
    close();
  }

  function submit() {
    send(
      () => props.open({ requestId, section, itemKey, reason }),
      () => {
        stop();
        tell(t("done", { section: title }));
        onOpened(lockName(section, itemKey));
      },
    );
  }

  return (
    <>
      <Button variant="default" size="xs" onClick={show}>
        {t("button")}
      </Button>
      <Dialog opened={isShown} onClose={stop} title={t("title", { section: title })}>
        {/* No form of its own: it would stand within the form of the request. */}
        <Stack>
          <FormProblem failure={failure} labels={{ reason: t("reason") }} idOf={() => fieldId} />
          <Text>{t("text")}</Text>
          <Textarea
            id={fieldId}
            label={t("reason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={failure?.fields?.reason}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={stop}>
              {words("cancel")}
            </Button>
            <Button onClick={submit} loading={isSending}>
              {t("button")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

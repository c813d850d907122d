"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";

/** The button that takes away what was logged by mistake, after asking once more. */
export function RemoveOutput(props: {
  output: { id: string; version: number; title: string };
  remove: (input: unknown) => Promise<ActionResult>;
}) {
  const { id, version, title } = props.output;
  const t = useTranslations("outputs");
  const words = useTranslations("forms");
  const [isOpen, { open, close }] = useDisclosure(false);
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  function confirm() {
    send(
      () => props.remove({ id, version }),
      () => {
        close();
        tell(t("removed", { title }));
      },
    );
  }
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        color="red"
        aria-label={t("removeLabel", { title })}
        onClick={open}
      >
        {t("remove")}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t("removeTitle")}>
        <Stack>
          <FormProblem failure={failure} />
          <Text>{t("removeText", { title })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {words("cancel")}
            </Button>
            <Button color="red" loading={isSending} onClick={confirm}>
              {t("remove")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

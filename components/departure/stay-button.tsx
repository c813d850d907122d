"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { personPath } from "@/components/people/person-path";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";

/** Takes a recorded last day back, after asking once more. */
export function StayButton(props: {
  team: string;
  person: { id: string; name: string; version: number };
  cancel: (input: unknown) => Promise<ActionResult>;
}) {
  const { id, name, version } = props.person;
  const t = useTranslations("departure.stay");
  const words = useTranslations("forms");
  const router = useRouter();
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [commandId] = useState(() => crypto.randomUUID());
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("button", { name })}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t("button", { name })}>
        <Stack>
          <FormProblem failure={failure} title={t("refused")} />
          <Text>{t("text", { name })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {words("cancel")}
            </Button>
            <Button
              loading={isSending}
              onClick={() =>
                send(
                  () => props.cancel({ commandId, personId: id, version }),
                  () => {
                    tell(t("done", { name }));
                    router.push(personPath(props.team, id));
                  },
                )
              }
            >
              {t("yes", { name })}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import type { ActionResult } from "@/lib/action";

type Send = (input: unknown) => Promise<ActionResult>;

/** Says that mail is kept back, and lets a lead decide; without `release` and `drop` it only says so. */
export function HeldMailNote(props: { count: number; since: string; release?: Send; drop?: Send }) {
  const { count, since, release, drop } = props;
  const t = useTranslations("mailSettings.held");
  const { send, isSending, failure, forget } = useSending();
  const tell = useTell();
  const [isAsking, { open, close }] = useDisclosure(false);
  return (
    <Note tone="warn" title={t("title", { count })}>
      <p>{t("why", { since })}</p>
      <FormProblem failure={failure} />
      {release && drop ? (
        <Group mt="sm">
          <Button
            loading={isSending}
            onClick={() =>
              send(
                () => release({ count }),
                () => tell(t("released", { count })),
              )
            }
          >
            {t("release")}
          </Button>
          <Button variant="default" disabled={isSending} onClick={open}>
            {t("drop")}
          </Button>
        </Group>
      ) : (
        <p>{t("lead")}</p>
      )}
      <Dialog opened={isAsking} onClose={close} title={t("dropTitle", { count })} centered>
        <Stack>
          <Text>{t("dropText")}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("keep")}
            </Button>
            <Button
              color="red"
              loading={isSending}
              onClick={() => {
                forget();
                close();
                if (drop)
                  send(
                    () => drop({ count }),
                    () => tell(t("dropped", { count })),
                  );
              }}
            >
              {t("drop")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Note>
  );
}

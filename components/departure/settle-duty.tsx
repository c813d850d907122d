"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { DayInput } from "@/components/ui/day-input";
import type { ActionResult } from "@/lib/action";

/** The button that records that a duty was done, and its dialog. */
export function SettleDuty(props: {
  duty: { id: string; what: string };
  today: string;
  settle: (input: unknown) => Promise<ActionResult>;
}) {
  const { id, what } = props.duty;
  const t = useTranslations("departure.settle");
  const words = useTranslations("forms");
  const tell = useTell();
  const { send, isSending, failure, forget } = useSending();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [doneOn, setDoneOn] = useState(props.today);
  const [how, setHow] = useState("");
  const submit = () =>
    send(
      () => props.settle({ id, doneOn, how }),
      () => {
        close();
        tell(t("settled"));
      },
    );
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        mt="xs"
        leftSection={<IconCheck size={16} aria-hidden />}
        aria-label={t("label", { what })}
        onClick={() => {
          forget();
          open();
        }}
      >
        {t("button")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("title")}
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": words("close") }}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack>
            <FormProblem failure={failure} title={t("refused")} />
            <p>{what}</p>
            <DayInput
              label={t("doneOn")}
              value={doneOn}
              onChange={setDoneOn}
              error={failure?.fields?.doneOn}
              data-autofocus
              maw="14rem"
            />
            <Textarea
              label={t("how")}
              value={how}
              onChange={(event) => setHow(event.currentTarget.value)}
              error={failure?.fields?.how}
              maxLength={500}
              autosize
              minRows={2}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {words("cancel")}
              </Button>
              <Button type="submit" loading={isSending}>
                {t("save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

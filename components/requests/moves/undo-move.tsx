"use client";

import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";

/** The button that takes back a step recorded by mistake, and its dialog. */
export function UndoMove(props: {
  request: { id: string; version: number };
  /** The words of the move that goes. */
  label: string;
  undo: (input: unknown) => Promise<ActionResult<{ version: number }>>;
}) {
  const { request } = props;
  const t = useTranslations("undo");
  const say = useSay();
  const label = say(props.label);
  const [isOpen, { open, close }] = useDisclosure(false);
  const [commandId, setCommandId] = useState("");
  const [why, setWhy] = useState("");
  const { send, isSending, failure, forget } = useSending();
  const tell = useTell();

  const refusal = failure?.fields?.why;

  function start() {
    setCommandId(crypto.randomUUID());
    setWhy("");
    forget();
    open();
  }

  function submit() {
    const { id, version } = request;
    send(
      () => props.undo({ commandId, requestId: id, version, why }),
      () => {
        close();
        tell(t("done", { label }));
      },
    );
  }

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={start}
      >
        {t("open")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("title", { label })}
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Form onSend={submit}>
          <Stack gap="md">
            <Text>{t("lead")}</Text>
            {!refusal && <FormProblem failure={failure} />}
            <Textarea
              label={t("why")}
              description={t("whyHelp")}
              error={refusal}
              value={why}
              onChange={(event) => {
                setWhy(event.currentTarget.value);
                forget();
              }}
              autosize
              minRows={2}
              maxRows={8}
              data-autofocus
            />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={close}>
                {t("cancel")}
              </Button>
              <Button type="submit" loading={isSending}>
                {t("submit")}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Modal>
    </>
  );
}

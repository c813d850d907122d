"use client";

import { Button, Select, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";
import { writeNumber } from "@/lib/requests/number";

/** The button that puts a request into somebody else's care, and its dialog. */
export function HandOverRequest(props: {
  request: { id: string; number: number; version: number };
  /** Who is on the team, without whoever has it now. */
  people: readonly { id: string; name: string }[];
  handOver: (input: unknown) => Promise<ActionResult>;
}) {
  const { request, people } = props;
  const t = useTranslations("departure.handOver");
  const tell = useTell();
  const { send, isSending, failure, forget } = useSending();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [toPersonId, setTo] = useState("");
  const number = writeNumber(request.number);
  const name = people.find(({ id }) => id === toPersonId)?.name ?? "";
  const submit = () =>
    send(
      () => props.handOver({ requestId: request.id, version: request.version, toPersonId }),
      () => {
        close();
        setTo("");
        tell(t("handedOver", { number, name }));
      },
    );
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          forget();
          open();
        }}
      >
        {t("button")}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t("dialog", { number })}>
        <Form onSend={submit}>
          <Stack>
            <FormProblem failure={failure} title={t("refused")} />
            <Select
              label={t("who.request")}
              placeholder={t("choose")}
              data={people.map((person) => ({ value: person.id, label: person.name }))}
              value={toPersonId || null}
              onChange={(value) => setTo(value ?? "")}
              error={failure?.fields?.toPersonId}
              searchable
              data-autofocus
            />
            <FormEnd onCancel={close} isSending={isSending} label={t("button")} />
          </Stack>
        </Form>
      </Dialog>
    </>
  );
}

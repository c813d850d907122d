"use client";

import { ActionIcon, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";

interface Props {
  team: string;
  document: { id: string; name: string };
  remove: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}

/** The button that deletes a document, once somebody said why. */
export function DeleteDocument({ team, document, remove }: Props) {
  const t = useTranslations("documents.delete");
  const [isOpen, { open, close }] = useDisclosure(false);
  const [why, setWhy] = useState("");
  const { send, isSending, failure, forget } = useSending();
  const tell = useTell();
  const fieldId = useId();
  const { id, name } = document;

  function stop() {
    forget();
    close();
  }

  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t("label", { name })} onClick={open}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <Dialog opened={isOpen} onClose={stop} title={t("title", { name })}>
        <Form
          onSend={() =>
            send(
              () => remove(team, { id, why }),
              () => {
                stop();
                tell(t("done", { name }));
              },
            )
          }
        >
          <Stack>
            <FormProblem failure={failure} labels={{ why: t("why") }} idOf={() => fieldId} />
            <Text>{t("text")}</Text>
            <TextInput
              id={fieldId}
              label={t("why")}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              error={failure?.fields?.why}
              required
              data-autofocus
            />
            <FormEnd onCancel={stop} isSending={isSending} label={t("yes")} isDanger />
          </Stack>
        </Form>
      </Dialog>
    </>
  );
}

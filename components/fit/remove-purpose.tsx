"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";
import { fitHref } from "./fit-path";

/** The button that takes a purpose away, after asking once more. */
export function RemovePurpose(props: {
  team: string;
  purpose: { id: string; name: string };
  remove: (input: unknown) => Promise<ActionResult>;
}) {
  const { id, name } = props.purpose;
  const t = useTranslations("fit.purpose");
  const words = useTranslations("forms");
  const [isOpen, { open, close }] = useDisclosure(false);
  const { send, isSending, failure } = useSending();
  const tell = useTell();
  const router = useRouter();
  function confirm() {
    send(
      () => props.remove({ id }),
      () => {
        close();
        tell(t("removed", { name }));
        router.push(fitHref(props.team, {}));
      },
    );
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("remove")}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={t("removeTitle", { name })}>
        <Stack>
          <FormProblem failure={failure} />
          <Text>{t("removeText")}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {words("cancel")}
            </Button>
            <Button color="red" loading={isSending} onClick={confirm}>
              {t("removeYes")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

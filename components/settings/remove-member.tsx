"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";

/** Asks once more, and says what removing means. Open while there is a `member`. */
export function RemoveMember(props: {
  member: { userId: string; name: string } | null;
  remove: (input: unknown) => Promise<ActionResult>;
  onClose: () => void;
}) {
  const t = useTranslations("settings");
  const words = useTranslations("forms");
  const { send, isSending, failure, forget } = useSending();
  const tell = useTell();
  const { userId, name } = props.member ?? { userId: "", name: "" };
  function close() {
    forget();
    props.onClose();
  }
  return (
    <Dialog opened={props.member !== null} onClose={close} title={t("removeTitle", { name })}>
      <Stack>
        <FormProblem failure={failure} />
        <Text>{t("removeText", { name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {words("cancel")}
          </Button>
          <Button
            color="red"
            loading={isSending}
            onClick={() =>
              send(
                () => props.remove({ userId }),
                () => {
                  close();
                  tell(t("removed", { name }));
                },
              )
            }
          >
            {t("removeYes")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

"use client";

import { Group, Stack, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { CopyText } from "@/components/ui/copy-text";

/** A letter to send by oneself, with the button that copies it. */
export function LetterCopy(props: { archive: string; letter: string }) {
  const t = useTranslations("incidents.letter");
  return (
    <Stack gap="xs">
      <Textarea
        label={t("label", { archive: props.archive })}
        description={t("help")}
        value={props.letter}
        readOnly
        autosize
        minRows={6}
        maxRows={18}
      />
      <Group>
        <CopyText
          text={props.letter}
          label={t("copy")}
          copied={t("copied")}
          variant="default"
          size="compact-md"
        />
      </Group>
    </Stack>
  );
}

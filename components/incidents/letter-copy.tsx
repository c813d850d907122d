"use client";

import { Button, CopyButton, Group, Stack, Textarea } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

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
        <CopyButton value={props.letter}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-md"
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
              onClick={copy}
            >
              {copied ? t("copied") : t("copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}

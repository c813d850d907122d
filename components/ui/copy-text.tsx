"use client";

import { Button, type ButtonProps, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** The button that puts a text on the clipboard and says that it did. */
export function CopyText(
  props: { text: string; label: string; copied: string } & Pick<ButtonProps, "variant" | "size">,
) {
  const { text, label, copied, ...look } = props;
  return (
    <CopyButton value={text}>
      {({ copied: isCopied, copy }) => (
        <Button
          {...look}
          onClick={copy}
          leftSection={
            isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
          }
        >
          <span aria-live="polite">{isCopied ? copied : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}

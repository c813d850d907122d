"use client";

import { Button } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { later } from "@/components/ui/later";
import type { NudgeProps } from "./nudge-props";
import classes from "./wait-list.module.css";

const NudgeDialog = later(
  () => import("./nudge-dialog").then((module) => module.NudgeDialog),
  null,
);

/** The button that asks for news, and its dialog with the ready letter. */
export function NudgeButton(props: NudgeProps) {
  const t = useTranslations("waiting.nudge");
  const [isOpen, setOpen] = useState(false);
  // A new one for each opening, so that a second letter is no double click.
  const [commandId, setCommandId] = useState("");
  return (
    <>
      <Button
        variant="default"
        size="xs"
        className={classes.ask}
        leftSection={<IconMessageQuestion size={16} aria-hidden />}
        onClick={() => {
          setCommandId(crypto.randomUUID());
          setOpen(true);
        }}
      >
        {t("open", { who: props.who })}
      </Button>
      <NudgeDialog
        key={commandId}
        {...props}
        commandId={commandId}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

"use client";

import { ActionIcon, Kbd, UnstyledButton } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./find-button.module.css";
import { useOpenFind } from "./finder";

const KEYS = "Control+K Meta+K";

/** The way to the search, with the keys that open it. */
export function FindButton() {
  const t = useTranslations("find");
  const open = useOpenFind();
  const isMac = useOs() === "macos";
  return (
    <UnstyledButton
      className={classes.button}
      onClick={open}
      aria-keyshortcuts={KEYS}
      aria-haspopup="dialog"
    >
      <IconSearch size={16} stroke={1.8} aria-hidden />
      <span className={classes.label}>{t("button")}</span>
      <Kbd size="xs" aria-hidden>
        {t(isMac ? "keys.mac" : "keys.other")}
      </Kbd>
    </UnstyledButton>
  );
}

/** The same where room is scarce. */
export function FindIcon() {
  const t = useTranslations("find");
  const open = useOpenFind();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="2.25rem"
      onClick={open}
      aria-label={t("open")}
      aria-keyshortcuts={KEYS}
      aria-haspopup="dialog"
      className={classes.icon}
    >
      <IconSearch size={20} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconBrightness } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SchemeChoice } from "./scheme-choice";

/** The choice of light or dark for visitors, who have no account menu. */
export function SchemeMenu() {
  const t = useTranslations("shell.scheme");
  return (
    <Menu position="bottom-end" width={180} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("label")}>
          <IconBrightness size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeChoice />
      </Menu.Dropdown>
    </Menu>
  );
}

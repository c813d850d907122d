"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { startTransition } from "react";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/languages";

/** The choice of the language for visitors, who have no account page. */
export function LanguageMenu(props: { choose: (input: unknown) => Promise<unknown> }) {
  const t = useTranslations("shell.language");
  const language = useLocale();
  return (
    <Menu position="bottom-end" width={180} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("label")}>
          <IconLanguage size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={language}
          onChange={(value) =>
            startTransition(async () => {
              await props.choose({ language: value });
            })
          }
        >
          {LANGUAGES.map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";

import { Menu } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { startTransition } from "react";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/languages";
import { VisitorMenu } from "./visitor-menu";

/** The choice of the language for visitors, who have no account page. */
export function LanguageMenu(props: { choose: (input: unknown) => Promise<unknown> }) {
  const t = useTranslations("shell.language");
  const language = useLocale();
  return (
    <VisitorMenu label={t("label")} icon={IconLanguage}>
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
    </VisitorMenu>
  );
}

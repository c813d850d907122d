"use client";

import { type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";

const SCHEMES: readonly MantineColorScheme[] = ["light", "dark", "auto"];

/** The part of a menu that chooses between light, dark and what the system says. */
export function SchemeChoice() {
  const t = useTranslations("shell.scheme");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t("label")}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? "auto")}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(scheme)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

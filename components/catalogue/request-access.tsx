"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/links";
import { PageLink } from "@/components/ui/page-link";

/** The way into a request: straight on where there is one thing to ask for, else a choice. */
export function RequestAccess(props: {
  choices: readonly { label: string; note: string; href: string }[];
}) {
  const t = useTranslations("catalogue.request");
  const [only, ...others] = props.choices;
  if (!only) return null;
  if (others.length === 0) return <ButtonLink href={only.href}>{t("button")}</ButtonLink>;
  return (
    <Menu position="bottom-end" width={320} shadow="md">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t("button")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("choose")}</Menu.Label>
        {props.choices.map((choice) => (
          <Menu.Item key={choice.label} component={PageLink} href={choice.href}>
            <b>{choice.label}</b>
            <br />
            {choice.note}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

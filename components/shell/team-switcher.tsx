"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconLayoutGrid, IconPlus, IconSelector } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import classes from "./team-switcher.module.css";

export interface TeamName {
  slug: string;
  name: string;
}

/** The team one works in, and the way to the others. */
export function TeamSwitcher(props: { team: TeamName; teams: readonly TeamName[] }) {
  const t = useTranslations("shell.team");
  return (
    <Menu position="bottom-start" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes.button}
          aria-label={t("label", { name: props.team.name })}
        >
          <span className={classes.name}>{props.team.name}</span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("switch")}</Menu.Label>
        {props.teams.map((team) => (
          <Menu.Item
            key={team.slug}
            component={PageLink}
            href={`/t/${team.slug}`}
            aria-current={team.slug === props.team.slug ? "true" : undefined}
            rightSection={team.slug === props.team.slug && <IconCheck size={16} aria-hidden />}
          >
            {team.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={PageLink}
          href="/overview"
          leftSection={<IconLayoutGrid size={16} aria-hidden />}
        >
          {t("all")}
        </Menu.Item>
        <Menu.Item
          component={PageLink}
          href="/welcome"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t("add")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconLogout, IconRoute, IconSelector, IconUserCircle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { useBeginTour } from "@/components/tour/tour-place";
import { PageLink } from "@/components/ui/page-link";
import classes from "./account-menu.module.css";
import { SchemeChoice } from "./scheme-choice";

/** Who is signed in, how the pages look, and the way out. */
export function AccountMenu(props: {
  name: string;
  email: string;
  signOut: () => Promise<unknown>;
  /** Shows only the initial, where room is scarce. */
  compact?: boolean;
}) {
  const t = useTranslations("shell.account");
  const beginTour = useBeginTour();
  const name = props.name || props.email;
  return (
    <Menu position="top-start" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes.button}
          data-compact={props.compact}
          aria-label={t("label", { name })}
        >
          {/* Drawn by CSS, so that it is no part of the button's name. */}
          <span className={classes.initial} data-initial={name.slice(0, 1).toUpperCase()} />
          {!props.compact && (
            <>
              <span className={classes.name}>{name}</span>
              <IconSelector size={16} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.email}>{props.email}</Menu.Label>
        <Menu.Item
          component={PageLink}
          href="/account"
          leftSection={<IconUserCircle size={16} aria-hidden />}
        >
          {t("open")}
        </Menu.Item>
        {beginTour && (
          <Menu.Item leftSection={<IconRoute size={16} aria-hidden />} onClick={beginTour}>
            {t("tour")}
          </Menu.Item>
        )}
        <Menu.Divider />
        <SchemeChoice />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() =>
            startTransition(async () => {
              await props.signOut();
            })
          }
        >
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

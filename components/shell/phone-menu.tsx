"use client";

import { Burger, CloseButton, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { Navigation } from "./navigation";
import classes from "./phone-menu.module.css";
import { type TeamName, TeamSwitcher } from "./team-switcher";

/** The navigation on a phone: a burger that opens a drawer. */
export function PhoneMenu(props: { team: TeamName; teams: readonly TeamName[] }) {
  const t = useTranslations("shell");
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Burger size="sm" onClick={open} aria-label={t("openMenu")} aria-expanded={isOpen} />
      {/* Put together by hand: the ready-made one brings a second page header. */}
      <Drawer.Root opened={isOpen} onClose={close} size={288}>
        <Drawer.Overlay />
        <Drawer.Content aria-label={t("menu")}>
          <div className={classes.content}>
            <div className={classes.top}>
              <TeamSwitcher team={props.team} teams={props.teams} />
              <CloseButton onClick={close} aria-label={t("closeMenu")} />
            </div>
            <Navigation team={props.team.slug} onNavigate={close} />
          </div>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}

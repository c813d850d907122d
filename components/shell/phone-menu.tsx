"use client";

import { Burger, Drawer } from "@mantine/core";
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
      <Burger
        opened={isOpen}
        onClick={open}
        size="sm"
        aria-label={t("openMenu")}
        aria-expanded={isOpen}
      />
      <Drawer
        opened={isOpen}
        onClose={close}
        size={288}
        title={t("menu")}
        closeButtonProps={{ "aria-label": t("closeMenu") }}
      >
        <div className={classes.content}>
          <TeamSwitcher team={props.team} teams={props.teams} />
          <Navigation team={props.team.slug} onNavigate={close} />
        </div>
      </Drawer>
    </>
  );
}

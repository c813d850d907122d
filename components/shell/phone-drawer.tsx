"use client";

import { CloseButton, Drawer } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useIsDrawn } from "@/components/ui/use-is-drawn";
import { Navigation } from "./navigation";
import classes from "./phone-menu.module.css";
import { type TeamName, TeamSwitcher } from "./team-switcher";

/** The navigation as it slides in on a phone. */
export function PhoneDrawer(props: {
  team: TeamName;
  teams: readonly TeamName[];
  isOpen: boolean;
  close: () => void;
}) {
  const t = useTranslations("shell");
  const isDrawn = useIsDrawn();
  return (
    // Put together by hand: the ready-made one brings a second page header.
    <Drawer.Root opened={props.isOpen && isDrawn} onClose={props.close} size={288}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t("menu")}>
        <div className={classes.content}>
          <div className={classes.top}>
            <TeamSwitcher team={props.team} teams={props.teams} />
            <CloseButton onClick={props.close} aria-label={t("closeMenu")} />
          </div>
          <Navigation team={props.team.slug} onNavigate={props.close} />
        </div>
      </Drawer.Content>
    </Drawer.Root>
  );
}

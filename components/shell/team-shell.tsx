import type { ReactNode } from "react";
import { FindButton, FindIcon } from "@/components/find/find-button";
import { Finder } from "@/components/find/finder";
import { Bell } from "@/components/inbox/bell";
import { TourPlace } from "@/components/tour/tour-place";
import type { Deed } from "@/lib/find/deeds";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { Navigation } from "./navigation";
import { PageMain, PendingPage } from "./pending";
import { PhoneMenu } from "./phone-menu";
import { RememberTeam } from "./remember-team";
import { SkipLink } from "./skip-link";
import classes from "./team-shell.module.css";
import { type TeamName, TeamSwitcher } from "./team-switcher";

/** The frame of every page for somebody who is signed in. Decides nothing about rights. */
export function TeamShell(props: {
  team: TeamName;
  /** All teams of the person, the current one among them. */
  teams: readonly TeamName[];
  person: { name: string; email: string };
  /** What the person may begin in this team. */
  may: readonly Deed[];
  /** How many of the person's notices in this team are unread. */
  unread: number;
  signOut: () => Promise<unknown>;
  /** Whether the tour opens by itself, and what ends it for good. */
  tour: { isDue: boolean; end: () => Promise<unknown> };
  children: ReactNode;
}) {
  const home = `/t/${props.team.slug}`;
  const bell = <Bell team={props.team.slug} unread={props.unread} />;
  const account = { ...props.person, signOut: props.signOut };
  const { team, teams, may } = props;
  return (
    <Finder place={{ team, teams, may }}>
      <TourPlace team={team.slug} {...props.tour}>
        <PendingPage>
          <div className={classes.shell}>
            <SkipLink />
            <RememberTeam slug={props.team.slug} />
            <header className={classes.bar}>
              <PhoneMenu team={props.team} teams={props.teams} />
              <Brand href={home} />
              <div className={classes.tools}>
                <FindIcon />
                {bell}
                <AccountMenu {...account} compact />
              </div>
            </header>
            <header className={classes.side}>
              <div className={classes.brand}>
                <Brand href={home} />
                {bell}
              </div>
              <TeamSwitcher team={props.team} teams={props.teams} />
              <FindButton />
              <div className={classes.grow}>
                <Navigation team={props.team.slug} />
              </div>
              <AccountMenu {...account} />
            </header>
            <PageMain className={classes.main}>{props.children}</PageMain>
          </div>
        </PendingPage>
      </TourPlace>
    </Finder>
  );
}

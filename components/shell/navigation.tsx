"use client";

import {
  IconAlertTriangle,
  IconBook2,
  IconBooks,
  IconCalendar,
  IconCalendarDue,
  IconChartBar,
  IconClipboardList,
  IconDatabase,
  IconFileCertificate,
  IconFileImport,
  IconLayoutDashboard,
  IconListCheck,
  IconLockAccess,
  IconPuzzle,
  IconServer,
  IconSettings,
  IconStack2,
  IconTimeline,
  IconUsers,
  IconVersions,
} from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { PageLink } from "@/components/ui/page-link";
import classes from "./navigation.module.css";
import type { PageShape } from "./page-skeleton";
import { PendingMark } from "./pending";

// A new screen adds a line here; `path` is within the team, `href` outside it. `title` names a
// group in the messages; the first and the last have none.
const GROUPS = [
  {
    id: "first",
    entries: [
      { id: "dashboard", path: "", icon: IconLayoutDashboard },
      { id: "overview", path: "/overview", icon: IconChartBar },
      { id: "access", path: "/access", icon: IconLockAccess },
      { id: "duties", path: "/duties", icon: IconCalendarDue },
      { id: "calendar", path: "/calendar", icon: IconCalendar },
      { id: "timeline", path: "/timeline", icon: IconTimeline },
    ],
  },
  {
    id: "requests",
    title: "group.requests",
    entries: [
      { id: "requests", path: "/requests", icon: IconClipboardList },
      { id: "library", path: "/library", icon: IconBooks },
      { id: "outputs", path: "/outputs", icon: IconBook2 },
      { id: "imports", path: "/imports", icon: IconFileImport },
    ],
  },
  {
    id: "data",
    title: "group.data",
    entries: [
      { id: "catalogue", href: "/catalogue", icon: IconDatabase },
      { id: "units", path: "/units", icon: IconStack2 },
      { id: "fit", path: "/fit", icon: IconPuzzle },
      { id: "copies", path: "/copies", icon: IconServer },
      { id: "versions", path: "/versions", icon: IconVersions },
      { id: "rosters", path: "/rosters", icon: IconListCheck },
      { id: "incidents", path: "/incidents", icon: IconAlertTriangle },
    ],
  },
  {
    id: "people",
    title: "group.people",
    entries: [
      { id: "people", path: "/people", icon: IconUsers },
      { id: "agreements", path: "/agreements", icon: IconFileCertificate },
    ],
  },
  { id: "last", entries: [{ id: "settings", path: "/settings", icon: IconSettings }] },
] as const;

type Group = (typeof GROUPS)[number];
type Entry = Group["entries"][number];

/** The outlines of pages that are no lists. */
const SHAPES: Partial<Record<Entry["id"], PageShape>> = {
  ...{ dashboard: "panels", overview: "panels", settings: "panels", fit: "panels" },
  ...{ access: "chart", calendar: "chart", timeline: "chart" },
};

/** Every page of the navigation, in its order. */
export const PAGES: readonly Entry[] = GROUPS.flatMap(({ entries }) => [...entries]);

/** The address of a page of the navigation. */
export function pagePath(team: string, entry: Entry): string {
  return "href" in entry ? entry.href : `/t/${team}${entry.path}`;
}

/** The main navigation of a team; `onNavigate` lets the phone's drawer close itself. */
export function Navigation(props: { team: string; onNavigate?: () => void }) {
  const t = useTranslations("shell.navigation");
  return (
    <nav aria-label={t("label")} className={classes.groups}>
      {GROUPS.map((group) => (
        <NavigationGroup key={group.id} group={group} {...props} />
      ))}
    </nav>
  );
}

function NavigationGroup(props: { group: Group; team: string; onNavigate?: () => void }) {
  const t = useTranslations("shell.navigation");
  const titleId = useId();
  const { group } = props;
  const title = "title" in group ? t(group.title) : undefined;
  return (
    <div>
      {title && (
        <p className={classes.title} id={titleId}>
          {title}
        </p>
      )}
      <ul className={classes.list} aria-labelledby={title && titleId}>
        {group.entries.map((entry) => (
          <li key={entry.id}>
            <NavigationLink entry={entry} team={props.team} onNavigate={props.onNavigate} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NavigationLink(props: { entry: Entry; team: string; onNavigate?: () => void }) {
  const t = useTranslations("shell.navigation");
  const here = usePathname();
  const { id, icon: Icon } = props.entry;
  const home = `/t/${props.team}`;
  const href = pagePath(props.team, props.entry);
  const isHere = here === href || (href !== home && here.startsWith(`${href}/`));
  return (
    <PageLink
      href={href}
      className={classes.link}
      aria-current={isHere ? "page" : undefined}
      onClick={props.onNavigate}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
      {t(id)}
      <PendingMark shape={SHAPES[id] ?? "list"} />
    </PageLink>
  );
}

"use client";

import {
  IconClipboardList,
  IconDatabase,
  IconFileCertificate,
  IconLayoutDashboard,
  IconLockAccess,
  IconPuzzle,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import classes from "./navigation.module.css";

// A new screen adds a line here; `path` is within the team, `href` outside it.
const ENTRIES = [
  { id: "dashboard", path: "", icon: IconLayoutDashboard },
  { id: "access", path: "/access", icon: IconLockAccess },
  { id: "requests", path: "/requests", icon: IconClipboardList },
  { id: "agreements", path: "/agreements", icon: IconFileCertificate },
  { id: "catalogue", href: "/catalogue", icon: IconDatabase },
  { id: "fit", path: "/fit", icon: IconPuzzle },
  { id: "people", path: "/people", icon: IconUsers },
  { id: "settings", path: "/settings", icon: IconSettings },
] as const;

/** The main navigation of a team; `onNavigate` lets the phone's drawer close itself. */
export function Navigation(props: { team: string; onNavigate?: () => void }) {
  const t = useTranslations("shell");
  const here = usePathname();
  const home = `/t/${props.team}`;
  return (
    <nav aria-label={t("navigation.label")}>
      <ul className={classes.list}>
        {ENTRIES.map(({ id, icon: Icon, ...entry }) => {
          const href = "href" in entry ? entry.href : home + entry.path;
          const isHere = here === href || (href !== home && here.startsWith(`${href}/`));
          return (
            <li key={id}>
              <Link
                href={href}
                className={classes.link}
                aria-current={isHere ? "page" : undefined}
                onClick={props.onNavigate}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                {t(`navigation.${id}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

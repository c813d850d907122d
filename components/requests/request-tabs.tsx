"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PageLink } from "@/components/ui/page-link";
import { requestPath } from "./request-path";
import classes from "./request-tabs.module.css";

// In the order of a request's life. A new tab is a route below the request's, and a line here.
const TABS = [
  { id: "overview", path: "" },
  { id: "form", path: "/form" },
  { id: "rounds", path: "/rounds" },
  { id: "renewal", path: "/renewal" },
  { id: "amendments", path: "/amendments" },
  { id: "closeOut", path: "/close-out" },
  { id: "correspondence", path: "/correspondence" },
] as const;

/** The pages of one request; on a phone they scroll sideways, the present one in sight. */
export function RequestTabs(props: { team: string; number: number }) {
  const t = useTranslations("requests.tabs");
  const path = usePathname();
  const present = useRef<HTMLAnchorElement>(null);
  const home = requestPath(props.team, props.number);
  const here = TABS.findLast((tab) => path === home + tab.path || isBelow(path, home + tab.path));
  useEffect(() => {
    const room = present.current?.parentElement;
    // Not scrollIntoView, which may scroll the page too.
    if (present.current && room)
      room.scrollLeft = present.current.offsetLeft - room.clientWidth / 3;
  }, []);
  return (
    <nav aria-label={t("label")} className={classes.tabs}>
      {TABS.map((tab) => (
        <PageLink
          key={tab.id}
          ref={tab === here ? present : undefined}
          href={home + tab.path}
          className={classes.tab}
          aria-current={tab === here ? "page" : undefined}
        >
          {t(tab.id)}
        </PageLink>
      ))}
    </nav>
  );
}

function isBelow(path: string, tab: string): boolean {
  return path.startsWith(`${tab}/`);
}

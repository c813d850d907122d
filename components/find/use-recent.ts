"use client";

import { readLocalStorageValue } from "@mantine/hooks";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import type { FoundKind } from "@/lib/find/found";
import { addRecent, type Recent, readRecent } from "@/lib/find/recent";

/** After so many milliseconds a page has its title, and somebody has stayed to read it. */
const STAY = 1_500;

const PAGES: readonly (readonly [RegExp, FoundKind])[] = [
  [/^\/t\/[^/]+\/requests\/GB-\d+$/, "request"],
  [/^\/t\/[^/]+\/people\/[\da-f-]{36}$/, "person"],
  [/^\/t\/[^/]+\/agreements\/[\da-f-]{36}$/, "agreement"],
  [/^\/t\/[^/]+\/duties\/[\da-f-]{36}$/, "duty"],
  [/^\/t\/[^/]+\/incidents\/\d+$/, "incident"],
  [/^\/t\/[^/]+\/access\/units\/[\da-f-]{36}$/, "unit"],
  [/^\/catalogue\/[a-z\d-]+$/, "dataset"],
];

function keyOf(team: string): string {
  return `gatebook.recent.${team}`;
}

/** What was opened last in this browser, in this team. */
export function recentOf(team: string): Recent[] {
  const value = readLocalStorageValue<string | null>({
    key: keyOf(team),
    defaultValue: null,
    deserialize: (stored) => stored ?? null,
  });
  return readRecent(value);
}

/** Puts something in front of what was opened last; a title that says more than the new one stays. */
export function remember(team: string, opened: Recent): void {
  const list = recentOf(team);
  const known = list.find(({ href }) => href === opened.href)?.title;
  const title = known?.startsWith(opened.title) ? known : opened.title;
  try {
    const next = addRecent(list, { ...opened, title });
    window.localStorage.setItem(keyOf(team), JSON.stringify(next));
  } catch {
    // A browser that keeps nothing offers nothing; all else works.
  }
}

/** Keeps in this browser which things of a team were opened, by the titles of their pages. */
export function useRememberedPages(team: string): void {
  const path = usePathname();
  useEffect(() => {
    const kind = PAGES.find(([page]) => page.test(path))?.[1];
    if (!kind) return;
    const timer = setTimeout(() => {
      // A title is what the page says, then the site's name.
      const title = document.title.split(" · ").slice(0, -1).join(" · ");
      remember(team, { kind, title, href: path });
    }, STAY);
    return () => clearTimeout(timer);
  }, [path, team]);
}

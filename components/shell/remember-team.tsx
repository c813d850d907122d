"use client";

import { useEffect } from "react";
import { LAST_TEAM_COOKIE } from "./last-team";

const YEAR = 365 * 86_400_000;

/** Keeps the team in a cookie, so that pages outside any team know which navigation to show. */
export function RememberTeam({ slug }: { slug: string }) {
  useEffect(() => {
    // Absent in old browsers and on plain http: then the first team is shown, and nothing breaks.
    if (!("cookieStore" in window)) return;
    window.cookieStore
      .set({ name: LAST_TEAM_COOKIE, value: slug, sameSite: "lax", expires: Date.now() + YEAR })
      .catch(() => undefined);
  }, [slug]);
  return null;
}

"use client";

import { useEffect } from "react";
import type { ActionResult } from "@/lib/action";

/** Tells the server that the reader has a duty's page open, so that their notices of it are read. */
export function MarkSeen(props: {
  team: string;
  dutyId: string;
  read: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const { team, dutyId, read } = props;
  useEffect(() => {
    // What cannot be said now stays unread, and is said when the page is opened again.
    read(team, { dutyId }).catch(() => undefined);
  }, [team, dutyId, read]);
  return null;
}

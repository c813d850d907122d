"use client";

import { useEffect, useState } from "react";
import type { Found } from "@/lib/find/found";

/** Between the last key and the question, in milliseconds. */
const PAUSE = 80;

interface Answer {
  /** The query that it answers. */
  query: string;
  found: Found[];
  isAway: boolean;
}

const NOTHING: Answer = { query: "", found: [], isAway: false };

/**
 * What fits a query, asked for once the typing pauses. Until the answer is there the one before it
 * stays, so that the list does not flicker; `isAsking` says so.
 */
export function useFind(team: string, typed: string) {
  const query = typed.trim();
  const [answer, setAnswer] = useState(NOTHING);
  useEffect(() => {
    if (query === "") return setAnswer(NOTHING);
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const found = await ask(team, query, leaving.signal);
      if (!leaving.signal.aborted) {
        setAnswer({ query, found: found ?? [], isAway: found === null });
      }
    }, PAUSE);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [team, query]);
  return { ...answer, isAsking: answer.query !== query };
}

async function ask(team: string, query: string, signal: AbortSignal): Promise<Found[] | null> {
  try {
    const search = new URLSearchParams({ q: query });
    const address = `/api/t/${encodeURIComponent(team)}/find?${search}`;
    const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) return null;
    const { found } = (await response.json()) as { found: Found[] };
    return found;
  } catch {
    return null;
  }
}

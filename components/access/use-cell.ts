"use client";

import { useEffect, useState } from "react";
import type { AccessCell } from "@/lib/readiness/access-view";

/** What was fetched of cells, by address. It is forgotten when the matrix is read anew. */
export type CellCache = Map<string, AccessCell>;

export interface CellState {
  cell: AccessCell | null;
  isFailed: boolean;
  again: () => void;
}

/**
 * All that is known of one pair, once it is there.
 * @param path where it is read from; null: nothing is asked for
 * @param delayMs to wait first, so that a pointer passing by asks for nothing
 */
export function useCell(path: string | null, cache: CellCache, delayMs = 0): CellState {
  const [attempt, setAttempt] = useState(0);
  const asked = `${attempt} ${path}`;
  const [answered, setAnswered] = useState<{ asked: string; cache: CellCache } | null>(null);
  useEffect(() => {
    if (path === null || cache.has(path)) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const cell = await fetchCell(path, leaving.signal);
      if (leaving.signal.aborted) return;
      if (cell) cache.set(path, cell);
      setAnswered({ asked, cache });
    }, delayMs);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [path, cache, delayMs, asked]);
  const cell = path === null ? null : (cache.get(path) ?? null);
  return {
    cell,
    isFailed: cell === null && answered?.asked === asked && answered.cache === cache,
    again: () => setAttempt((count) => count + 1),
  };
}

async function fetchCell(path: string, signal: AbortSignal): Promise<AccessCell | null> {
  try {
    const response = await fetch(path, { signal, headers: { Accept: "application/json" } });
    return response.ok ? ((await response.json()) as AccessCell) : null;
  } catch {
    return null;
  }
}

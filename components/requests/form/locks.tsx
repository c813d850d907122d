"use client";

import { createContext, useContext } from "react";
import type { ActionResult } from "@/lib/action";
import type { DraftContent } from "@/lib/requests/merge";
import {
  asksOf,
  type Lock,
  lockName,
  type RevisionFacts,
  type SectionAsk,
  type SectionLocks,
} from "@/lib/requests/revision";

/** What of the form is locked, what was said when it was sent back, and who may open more of it. */
interface FormLocks {
  requestId: string;
  locks: SectionLocks;
  revisions: readonly RevisionFacts[];
  /** Opens one more section; null for readers who may not. */
  open: ((input: unknown) => Promise<ActionResult>) | null;
  onOpened: (name: string) => void;
  /** The text that is stored: what a locked section goes back to. */
  base: () => DraftContent;
}

const LocksContext = createContext<FormLocks | null>(null);

export const LocksProvider = LocksContext.Provider;

/** The locks of the form around. Throws outside of a form: a defect. */
export function useLocks(): FormLocks {
  const locks = useContext(LocksContext);
  if (!locks) throw new Error("There is no LocksProvider around");
  return locks;
}

/** Why nobody may write in a section now, null where it is open, and what was said of it. */
export function useSectionLock(
  section: string,
  itemKey?: string,
): { lock: Lock | null; asks: SectionAsk[] } {
  const { locks, revisions } = useLocks();
  const lock = locks[lockName(section, itemKey)] ?? null;
  return { lock, asks: lock === null ? asksOf(revisions, section) : [] };
}

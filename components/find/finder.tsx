"use client";

import { useHotkeys } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useShortcuts } from "@/components/shortcuts/use-shortcuts";
import type { FindPlace } from "./find-place";
import { useRememberedPages } from "./use-recent";

// Neither is part of a page until somebody asks for it.
const FindDialog = dynamic(() => import("./find-dialog").then((file) => file.FindDialog), {
  ssr: false,
});
const ShortcutSheet = dynamic(
  () => import("@/components/shortcuts/shortcut-sheet").then((file) => file.ShortcutSheet),
  { ssr: false },
);

const Open = createContext<() => void>(() => undefined);

/** Opens the search. */
export function useOpenFind(): () => void {
  return useContext(Open);
}

/** Gives the pages of a team their search and their shortcuts. */
export function Finder({ place, children }: { place: FindPlace; children: ReactNode }) {
  const [isWanted, setWanted] = useState(false);
  const [open, setOpen] = useState<"find" | "sheet" | null>(null);
  const openFind = () => {
    setWanted(true);
    setOpen("find");
  };
  const openSheet = () => setOpen("sheet");
  // Also while typing: nobody means a letter by it.
  useHotkeys([["mod+K", openFind]], [], true);
  const keys = useShortcuts(place, { openFind, openSheet });
  useRememberedPages(place.team.slug);
  return (
    <Open value={openFind}>
      {children}
      {isWanted && (
        <FindDialog
          place={place}
          isOpen={open === "find"}
          onClose={() => setOpen(null)}
          openSheet={openSheet}
        />
      )}
      {open === "sheet" && <ShortcutSheet {...keys} onClose={() => setOpen(null)} />}
    </Open>
  );
}

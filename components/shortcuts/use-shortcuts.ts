"use client";

import { useHotkeys, useLocalStorage } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import type { Deed } from "@/lib/find/deeds";
import { type Begun, KEYS, pressKey, type Shortcut } from "@/lib/shortcuts/keys";

/** Whether the reader wants shortcuts of single keys, and the switch for it. */
export interface ShortcutSwitch {
  isOn: boolean;
  setOn: (isOn: boolean) => void;
  mayBegin: boolean;
}

/** The box in which a page searches what it lists. */
const PAGE_SEARCH = "main :is(input[type=search], [role=search] input)";

/** Where letters mean something else: in whatever lies over the page, and in lists that are typed in. */
const ELSEWHERE = "[role=dialog], [role=menu], [role=listbox], [role=grid], [role=combobox]";

/** Listens to the shortcuts of single keys, unless the reader has switched them off. */
export function useShortcuts(
  place: { team: { slug: string }; may: readonly Deed[] },
  open: { openFind: () => void; openSheet: () => void },
): ShortcutSwitch {
  const router = useRouter();
  const begun = useRef<Begun>(null);
  const [isOn, setOn] = useLocalStorage({ key: "gatebook.shortcuts", defaultValue: true });
  const mayBegin = place.may.includes("newRequest");
  const home = `/t/${place.team.slug}`;
  const deeds: Record<Shortcut, () => void> = {
    dashboard: () => router.push(home),
    requests: () => router.push(`${home}/requests`),
    access: () => router.push(`${home}/access`),
    people: () => router.push(`${home}/people`),
    calendar: () => router.push(`${home}/calendar`),
    newRequest: () => mayBegin && router.push(GATED_ENTRIES),
    pageSearch: () => {
      const box = document.querySelector<HTMLInputElement>(PAGE_SEARCH);
      if (box) box.focus();
      else open.openFind();
    },
    help: open.openSheet,
  };
  const press = (event: KeyboardEvent) => {
    const isElsewhere = event.target instanceof Element && event.target.closest(ELSEWHERE);
    if (isElsewhere || document.querySelector("[role=dialog][aria-modal=true]")) return;
    const answer = pressKey(begun.current, event.key.toLowerCase(), event.timeStamp);
    begun.current = answer.begun;
    if (!answer.shortcut) return;
    event.preventDefault();
    deeds[answer.shortcut]();
  };
  // Some keyboards have `/` and `?` on shifted keys.
  const keys = KEYS.flatMap((key) => (/[a-z]/.test(key) ? [key] : [key, `shift+${key}`]));
  useHotkeys(isOn ? keys.map((key) => [key, press, { preventDefault: false }]) : []);
  return { isOn, setOn, mayBegin };
}

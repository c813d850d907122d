"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Found } from "@/lib/find/found";
import { beginsWords } from "@/lib/find/marks";
import { writeNumber } from "@/lib/requests/number";
import type { Entry } from "./entry";
import type { FindPlace } from "./find-place";
import { foundPath } from "./found-path";
import { KIND_ICONS } from "./kind-icons";
import { useActions } from "./use-actions";
import { useFind } from "./use-find";
import { recentOf } from "./use-recent";

interface Group {
  id: string;
  title: string;
  entries: Entry[];
}

/** How many actions come before what was found, where their first word is what was typed. */
const FIRST_ACTIONS = 3;

/**
 * The lines for what was typed, by group: what was found, and actions that fit; before anything is
 * typed what was opened last, and what can be begun.
 */
export function useEntries(place: FindPlace, typed: string, openSheet: () => void) {
  const t = useTranslations("find.group");
  const { deeds, all } = useActions(place, openSheet);
  const { found, query, isAsking, isAway } = useFind(place.team.slug, typed);
  // As it was when the search was opened: what is chosen now must not move the lines.
  const [recent] = useState(() => recentOf(place.team.slug));
  if (typed.trim() === "") {
    const opened = recent.map(({ kind, title, href }) => ({
      ...{ id: `recent ${href}`, title, href, kind, icon: KIND_ICONS[kind] },
    }));
    const begin = [...deeds, ...all.filter(({ id }) => !deeds.some((deed) => deed.id === id))];
    const groups = [
      { id: "recent", title: t("recent"), entries: opened },
      { id: "actions", title: t("actions"), entries: begin },
    ];
    return { groups: withLines(groups), isAsking: false, isAway: false, answered: "" };
  }
  const fitting = all.filter(({ title }) => beginsWords(title, typed));
  const near = fitting.filter(({ title }) => isNear(title, typed)).slice(0, FIRST_ACTIONS);
  const rest = fitting.filter((entry) => !near.includes(entry));
  const groups: Group[] = [
    { id: "near", title: t("actions"), entries: near },
    ...kindsOf(found).map((kind) => ({
      ...{ id: kind, title: t(kind) },
      entries: found.filter((one) => one.kind === kind).map((one) => entryOf(place.team.slug, one)),
    })),
    { id: "actions", title: t("actions"), entries: rest },
  ];
  return { groups: withLines(groups), isAsking, isAway, answered: isAsking ? null : query };
}

/** The action begins so, or its last word does: `cal` is near `Go to Calendar`. */
function isNear(title: string, typed: string): boolean {
  const said = typed.trim().toLowerCase();
  const words = title.toLowerCase().split(" ");
  return said.length > 1 && words.some((_, place) => words.slice(place).join(" ").startsWith(said));
}

function withLines(groups: readonly Group[]): Group[] {
  return groups.filter(({ entries }) => entries.length > 0);
}

/** The kinds in the order of their best line. */
function kindsOf(found: readonly Found[]): Found["kind"][] {
  return [...new Set(found.map(({ kind }) => kind))];
}

function entryOf(team: string, found: Found): Entry {
  const { kind, id, number, title } = found;
  const isNumbered = kind === "request" && number !== null;
  return {
    ...{ id: `${kind} ${id}`, found, href: foundPath(team, found), icon: KIND_ICONS[kind] },
    title: isNumbered ? `${writeNumber(number)} ${title}` : title,
  };
}

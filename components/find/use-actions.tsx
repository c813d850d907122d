"use client";

import { useMantineColorScheme } from "@mantine/core";
import {
  IconArrowsExchange,
  IconBrightness,
  IconKeyboard,
  IconLanguage,
  IconPlus,
  IconSettings,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { agreementsHref } from "@/components/agreements/agreement-path";
import { incidentsPath } from "@/components/incidents/incident-path";
import { GATED_ENTRIES } from "@/components/requests/gated-entries";
import { PAGES, pagePath } from "@/components/shell/navigation";
import type { Deed } from "@/lib/find/deeds";
import type { Entry } from "./entry";
import type { FindPlace } from "./find-place";

const SCHEMES = ["light", "dark", "auto"] as const;

function deedPath(team: string, deed: Deed): string {
  switch (deed) {
    case "newRequest":
      return GATED_ENTRIES;
    case "addPerson":
      return `/t/${team}/people`;
    case "recordAgreement":
      return `${agreementsHref(team)}/new`;
    case "reportIncident":
      return `${incidentsPath(team)}/new`;
    case "import":
      return `/t/${team}/imports/new`;
  }
}

/** All that the reader can do or go to without looking for it first, in the order of worth. */
export function useActions(place: FindPlace, openSheet: () => void) {
  const t = useTranslations("find.action");
  const page = useTranslations("shell.navigation");
  const scheme = useTranslations("shell.scheme");
  const { setColorScheme } = useMantineColorScheme();
  const { team, teams, may } = place;
  const deeds: Entry[] = may.map((deed) => ({
    ...{ id: `deed ${deed}`, title: t(deed), icon: IconPlus, href: deedPath(team.slug, deed) },
  }));
  const pages: Entry[] = PAGES.map((entry) => ({
    ...{ id: `page ${entry.id}`, title: t("goTo", { page: page(entry.id) }), icon: entry.icon },
    href: pagePath(team.slug, entry),
  }));
  const others: Entry[] = teams
    .filter(({ slug }) => slug !== team.slug)
    .map(({ slug, name }) => ({
      ...{ id: `team ${slug}`, title: t("switchTeam", { team: name }), href: `/t/${slug}` },
      icon: IconArrowsExchange,
    }));
  const settings: Entry[] = [
    ...SCHEMES.map((choice) => ({
      ...{ id: `scheme ${choice}`, title: t("scheme", { scheme: scheme(choice) }) },
      ...{ icon: IconBrightness, run: () => setColorScheme(choice) },
    })),
    {
      ...{ id: "notifications", title: t("notifications"), icon: IconSettings },
      href: `/t/${team.slug}/settings/notifications`,
    },
    { id: "language", title: t("language"), icon: IconLanguage, href: "/account" },
    { id: "shortcuts", title: t("shortcuts"), icon: IconKeyboard, run: openSheet },
  ];
  return { deeds, all: [...deeds, ...pages, ...others, ...settings] };
}

import { GATED_ENTRIES } from "@/components/requests/gated-entries";

/** The steps of the tour, in order, each with the page on which it is done. */
export function tourSteps(team: string) {
  const home = `/t/${team}`;
  return [
    { id: "answers", href: `${home}/access` },
    { id: "sheet", href: `${home}/imports/new` },
    { id: "people", href: `${home}/people/me` },
    { id: "request", href: GATED_ENTRIES },
    { id: "reminders", href: `${home}/settings/notifications` },
  ] as const;
}

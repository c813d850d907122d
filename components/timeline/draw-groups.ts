import { personPath } from "@/components/people/person-path";
import type { Timeline, TimelineGroup } from "@/lib/services/timeline";
import { lanesOf } from "@/lib/timeline/layout";
import type { TimelineView } from "@/lib/timeline/view-query";
import { type DrawnGroup, itemsOf } from "./timeline-drawn";
import { timelinePath } from "./timeline-path";

/** The groups of a timeline with everything in its place; those of which nothing is in sight are left out. */
export function drawnGroups(
  team: string,
  view: TimelineView,
  timeline: Timeline,
  rest: string,
): DrawnGroup[] {
  let firstRow = 0;
  return timeline.groups.flatMap((group) => {
    const lanes = lanesOf(group.entries, timeline.window, timeline.today);
    if (lanes.length === 0) return [];
    const drawn = {
      ...{ key: group.key, name: group.name ?? rest, lanes, hidden: group.hidden, firstRow },
      href: hrefOf(team, view, group),
      count: lanes.reduce((sum, lane) => sum + itemsOf(lane).length, 0),
      aloneHref: group.hidden > 0 ? aloneHref(team, view, group) : null,
    };
    firstRow += lanes.length;
    return drawn;
  });
}

function hrefOf(team: string, { group: grouping }: TimelineView, { code }: TimelineGroup) {
  if (code === "") return null;
  if (grouping === "person") return personPath(team, code);
  return grouping === "data" ? `/catalogue/${code}` : `/catalogue/archives/${code}`;
}

/** Where a group shows all that it has; null where it stands alone already. */
function aloneHref(team: string, view: TimelineView, { code }: TimelineGroup): string | null {
  const name = ({ person: "person", data: "data", archive: "archive" } as const)[view.group];
  if (code === "" || view[name] === code) return null;
  return timelinePath(team, { ...view, page: 1, [name]: code });
}

import { nameOfUnit } from "@/lib/catalogue/unit-name";
import type { SeenDurations } from "@/lib/requests/durations";
import { type Wait, waitsOf } from "@/lib/requests/nudge";
import { writeNumber } from "@/lib/requests/number";
import type { Nudge } from "@/lib/services/nudges";
import type { Framed } from "../request-frame";

/** What a team has seen of a request's own lifecycle, by step. */
export function seenOf(
  { archive, lifecycle }: Pick<Framed, "archive" | "lifecycle">,
  durations: readonly SeenDurations[],
): SeenDurations["steps"] {
  const isOwn = (each: SeenDurations) =>
    each.archive === archive.code && each.lifecycle === lifecycle.id;
  return durations.find(isOwn)?.steps ?? {};
}

/** What of a request waits outside of the team, with the letters that would ask for news. */
export function waitsOfRequest(
  framed: Framed,
  about: { nudges: readonly Nudge[]; seen: SeenDurations["steps"]; sender: string },
): Wait[] {
  const { request, archive, lifecycle, today } = framed;
  const items = request.items.map((item) => ({
    ...item,
    unitName: nameOfUnit(item.unit),
    personName: archive.itemPerPerson ? (item.person?.name ?? null) : null,
  }));
  return waitsOf(
    { archive, lifecycle },
    { ...request, items },
    {
      ...{ ownNumber: writeNumber(request.number), sender: about.sender, today },
      ...{ asked: about.nudges, seen: about.seen },
    },
  );
}

import type { ReviewStatus } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { Compared } from "./compared";

/** How far along a status is; an item that goes to a lower one goes back. */
const RANK: Record<ReviewStatus, number> = {
  ...{ draft: 0, internal_signoff: 1, submitted: 2, in_review: 2, changes_requested: 2 },
  ...{ approved: 3, rejected: 3, withdrawn: 3, closing: 4, closed: 5, terminated: 5 },
};

/** Where the item goes; `to` null: it stays. */
export type StepChange =
  | { reason: string }
  | {
      to: string | null;
      before: string | null;
      label: string | null;
      on: Day;
      warning: string | null;
    };

/** The step that the source says, where it is another than ours. */
export function compareStep(given: Compared): StepChange {
  const { archive, lifecycle, entry, seen, place } = given;
  const { item } = place;
  const on = entry.on ?? seen.on;
  const stays = { to: null, before: null, label: null, on, warning: null };
  const wanted = entry.step ?? stepOfStatus(given);
  if (wanted === null) {
    return item
      ? stays
      : { reason: "It does not say how this stands, and nothing of it is known here." };
  }
  const to = lifecycle.steps.find(({ id }) => id === wanted);
  if (!to) {
    return {
      reason: `At ${archive.name} this opens nothing by itself: “${wanted}” is no step of “${lifecycle.name}”. Record it on the request.`,
    };
  }
  if (!item) return { ...stays, to: to.id, before: null, label: to.label };
  if (item.step === to.id || entry.fits.includes(item.step)) return stays;
  const from = lifecycle.steps.find(({ id }) => id === item.step);
  // A shared status does not tell one of its steps from another.
  if (entry.step === null && from?.status === to.status) return stays;
  if (isRenewing(given, to.status)) return stays;
  const isBack = from !== undefined && RANK[to.status] < RANK[from.status];
  if (item.grant && (isBack || to.status === "rejected")) {
    return {
      reason: `${archive.name} says “${to.label}” while an approval stands here. Record what happened on the request: the source does not say it.`,
    };
  }
  const warning = isBack
    ? `This goes back, from “${from.label}” to “${to.label}”. Accept it only if the archive is right.`
    : null;
  return { to: to.id, before: from?.label ?? item.step, label: to.label, on, warning };
}

/** The step that a shared status means in this lifecycle, where the source names no step of it. */
function stepOfStatus({ archive, lifecycle, entry }: Compared): string | null {
  if (entry.approval || entry.status === "approved")
    return archive.imports.approvedStep(lifecycle.id);
  return lifecycle.steps.find(({ status }) => status === entry.status)?.id ?? null;
}

/** An approval that stands while its renewal is under review is still shown as approved. */
function isRenewing({ entry, place, seen }: Compared, to: ReviewStatus): boolean {
  const { item } = place;
  if (to !== "approved" || !item?.grant) return false;
  const stands = item.grant.endsOn === null || item.grant.endsOn >= seen.on;
  return (
    stands &&
    (entry.itemNumber === null ||
      item.archiveNumber === null ||
      entry.itemNumber === item.archiveNumber)
  );
}

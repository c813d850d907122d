import type { Day } from "../dates/day";
import type { AccessUnitFacts, Claim, Holding, Track } from "./facts";

/** What became of something that was held. */
export type Story = "none" | "lapsed" | "closed" | "revoked";

export interface Found {
  running: Claim[];
  /** What to say while nothing runs. */
  code: string;
  story: Story;
}

const STORIES: readonly Story[] = ["none", "lapsed", "closed", "revoked"];

/** For the oracle: what a holding amounts to on a day. */
export function look(
  holding: Holding | undefined,
  { unit, track, day }: { unit: AccessUnitFacts; track: Track | null; day: Day },
): Found {
  const running: Claim[] = [];
  let isComing = false;
  let endedOn = "";
  let story: Story = "none";
  for (const claim of holding?.claims ?? []) {
    if (claim.unitId !== undefined && claim.unitId !== unit.id) continue;
    if (claim.requestId !== undefined && claim.requestId !== track?.request?.id) continue;
    if (day < claim.from) {
      if (claim.before === null || claim.before > claim.from) isComing = true;
    } else if (claim.before === null || day < claim.before) {
      running.push(claim);
    } else {
      const isSettled = claim.settled !== undefined && claim.settled.on <= day;
      const over = (isSettled && claim.settled?.on) || claim.before;
      const end = (isSettled && claim.settled?.as) || claim.end;
      const one = end === "revoked" || end === "closed" ? end : "lapsed";
      const isMore = STORIES.indexOf(one) > STORIES.indexOf(story);
      if (over > endedOn || (over === endedOn && isMore)) story = one;
      if (over > endedOn) endedOn = over;
    }
  }
  return { running, story, code: codeOf(isComing, holding, story) };
}

function codeOf(isComing: boolean, holding: Holding | undefined, story: Story): string {
  if (isComing) return "not_yet";
  switch (holding?.pending?.status) {
    case "submitted":
    case "in_review":
      return "in_review";
    case "draft":
    case "internal_signoff":
    case "changes_requested":
      return "incomplete";
    case "rejected":
      return "rejected";
    default:
      return story === "none" ? "missing" : story;
  }
}

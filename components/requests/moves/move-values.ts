import type { Archive } from "@/lib/archives/archive";
import type { Ask, Move } from "@/lib/archives/lifecycle";
import { type Day, isDay } from "@/lib/dates/day";
import {
  proposedEnd as endOfRenewal,
  type ProposedEnd,
  type RenewedGrant,
} from "@/lib/requests/renewal";
import { ITEMS_SECTION } from "@/lib/requests/revision";

/** What a move's dialog holds: all of it as typed. */
export interface MoveValues {
  itemIds: string[];
  answers: Record<string, string>;
  decision: { decidedOn: string; startsOn: string; endsOn: string; documentId: string };
  /** The paper that goes with a move that is no approval. */
  documentId: string;
  /** By section id: whether it is sent back, and what was said of it. */
  sections: Record<string, { isBack: boolean; comment: string }>;
}

/** An item with the approval of it that stands; absent where none does. */
export interface ApprovedItem {
  id: string;
  approval?: RenewedGrant | null;
}

/** The approval that ends first among the chosen items. */
function renewedBy(
  itemIds: readonly string[],
  items: readonly ApprovedItem[],
): RenewedGrant | null {
  const [first = null] = items
    .flatMap(({ id, approval }) => (approval?.endsOn && itemIds.includes(id) ? [approval] : []))
    .toSorted((a, b) => (a.endsOn ?? "").localeCompare(b.endsOn ?? ""));
  return first;
}

/** What the dialog starts with: today, what the archive proposes, and the end that follows. */
export function startingValues(options: {
  archive: Archive;
  lifecycle: string;
  asked: Move;
  ticked: readonly string[];
  /** The items with the approvals that stand, which a renewal extends or replaces. */
  items?: readonly ApprovedItem[];
  today: Day;
}): MoveValues {
  const { archive, lifecycle, asked, ticked, today } = options;
  const values = {
    itemIds: [...ticked],
    answers: startingAnswers(asked.asks, today),
    decision: { decidedOn: today, startsOn: today, endsOn: "", documentId: "" },
    documentId: "",
    sections: Object.fromEntries(
      asked.effect === "send_back"
        ? [ITEMS_SECTION, ...archive.sections(lifecycle).map(({ id }) => id)].map(
            (id) => [id, { isBack: false, comment: "" }] as const,
          )
        : [],
    ),
  };
  const endsOn = proposedEnd(archive, lifecycle, asked, values, options.items)?.endsOn ?? "";
  return { ...values, decision: { ...values.decision, endsOn } };
}

/** The sections that were ticked, as they are sent. */
export function sentBackIn({ sections }: Pick<MoveValues, "sections">) {
  return Object.entries(sections).flatMap(([section, { isBack, comment }]) =>
    isBack ? { section, comment } : [],
  );
}

/** What the answers to questions start with, by their ids. */
export function startingAnswers(asks: readonly Ask[], today: Day): Record<string, string> {
  return Object.fromEntries(asks.map((ask) => [ask.id, startOf(ask, today)]));
}

function startOf(ask: Ask, today: Day): string {
  return ask.initial ?? (ask.kind === "date" && ask.meaning === "on" ? today : "");
}

/** The end that the archive's rule gives for a decision as typed, null while it cannot be told. */
export function proposedEnd(
  archive: Archive,
  lifecycle: string,
  move: Move,
  values: Pick<MoveValues, "answers" | "decision" | "itemIds">,
  items: readonly ApprovedItem[] = [],
): ProposedEnd | null {
  const { decidedOn, startsOn } = values.decision;
  if (!isDay(decidedOn) || !isDay(startsOn)) return null;
  const ask = move.asks.find(({ meaning }) => meaning === "durationDays");
  const typed = ask ? (values.answers[ask.id] ?? "").trim() : "";
  const durationDays = /^\d{1,5}$/.test(typed) ? Number(typed) : undefined;
  const decision = { decidedOn, startsOn, ...(durationDays !== undefined && { durationDays }) };
  const renewed = renewedBy(values.itemIds, items);
  return endOfRenewal(archive.renewal(lifecycle), archive.terms(lifecycle), decision, renewed);
}

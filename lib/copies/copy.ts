import type { Day } from "../dates/day";
import { formatDay } from "../dates/format";

/**
 * What a copy is: the data as they came, a backup, something made of them at the level of persons,
 * a model trained on them, or a copy that a law or an audit demands to be kept.
 */
export const COPY_KINDS = ["copy", "backup", "derivative", "model", "archival"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** Where a copy lies. */
export const PLACE_KINDS = [
  "server",
  "cloud",
  "workstation",
  "removable",
  "backup",
  "elsewhere",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What the rules need to know of a copy. */
export interface StandingCopy {
  id: string;
  kind: string;
  what: string;
  place: string;
  unitIds: readonly string[];
  destroyedOn: Day | null;
}

/** A field that cannot be right, and why. */
export interface CopyProblem {
  field: string;
  message: string;
}

/**
 * The copies that stand in the way of an end: those not destroyed, but for an archival one where
 * the archive lets it be kept.
 */
export function copiesInTheWay<C extends Pick<StandingCopy, "kind" | "destroyedOn">>(
  copies: readonly C[],
  { mayKeepArchivalCopy }: { mayKeepArchivalCopy: boolean },
): C[] {
  return copies.filter(
    ({ kind, destroyedOn }) =>
      destroyedOn === null && !(mayKeepArchivalCopy && kind === "archival"),
  );
}

/** These copies and what was made of them, as far as it is among all. */
export function withMade<C extends { id: string; madeOfId: string | null }>(
  copies: readonly C[],
  all: readonly C[],
): C[] {
  const found = new Map<string, C>();
  const add = (copy: C) => {
    if (found.has(copy.id)) return;
    found.set(copy.id, copy);
    for (const made of all) if (made.madeOfId === copy.id) add(made);
  };
  for (const copy of copies) add(copy);
  return all.filter(({ id }) => found.has(id));
}

/** How many copies a refusal names before it counts the rest. */
const NAMED = 5;

/** Copies by name and place: `“BAM files” (/data/bam) and “Weights” (s3://models)`. */
export function nameCopies(copies: readonly Pick<StandingCopy, "what" | "place">[]): string {
  const names = copies.slice(0, NAMED).map(({ what, place }) => `“${what}” (${place})`);
  const more = copies.length - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(all);
}

/** The sentence that refuses an end because of these copies. */
export function refusalOf(copies: readonly Pick<StandingCopy, "what" | "place">[]): string {
  return copies.length === 1
    ? `One copy is still open: ${nameCopies(copies)}. Destroy it and record how, then go on.`
    : `${copies.length} copies are still open: ${nameCopies(copies)}. Destroy them and record how, then go on.`;
}

/** A copy as it is to be recorded, with what is around it. */
export interface CopyFacts {
  /** Null for a new one. */
  id: string | null;
  putOn: Day;
  madeOfId: string | null;
  /** The latest day that it is anywhere. */
  today: Day;
  /** What each copy of the team was made of, by id. */
  madeOf: ReadonlyMap<string, { madeOfId: string | null; putOn: Day }>;
}

/** Why a copy cannot have been put where and when it is said to; null when it can. */
export function copyProblem({ id, putOn, madeOfId, today, madeOf }: CopyFacts): CopyProblem | null {
  if (putOn > today) return { field: "putOn", message: "This day is still to come." };
  const source = madeOfId === null ? null : madeOf.get(madeOfId);
  if (source && putOn < source.putOn) {
    return {
      field: "putOn",
      message: `What it was made of was put there on ${formatDay(source.putOn)}, later than this.`,
    };
  }
  const made = [...madeOf.values()].filter((other) => id !== null && other.madeOfId === id);
  const early = made.map((other) => other.putOn).sort()[0];
  if (early !== undefined && early < putOn) {
    return {
      field: "putOn",
      message: `Something was made of it on ${formatDay(early)}, before this day.`,
    };
  }
  if (id !== null && descendsFrom(madeOfId, id, madeOf)) {
    return {
      field: "madeOfId",
      message: "It cannot be made of itself, or of what was made of it.",
    };
  }
  return null;
}

function descendsFrom(
  from: string | null,
  ancestor: string,
  madeOf: ReadonlyMap<string, { madeOfId: string | null }>,
): boolean {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); at = madeOf.get(at)?.madeOfId ?? null) {
    if (at === ancestor) return true;
    seen.add(at);
  }
  return false;
}

/** How a copy was destroyed, as far as days and persons can contradict each other. */
export interface Destruction {
  destroyedOn: Day;
  /** The name of the person who did it. */
  by: string;
  witness: string;
}

/** Why a copy cannot have been destroyed so; null when it can. */
export function destructionProblem(
  { destroyedOn, by, witness }: Destruction,
  { putOn, today }: { putOn: Day; today: Day },
): CopyProblem | null {
  if (destroyedOn > today) return { field: "destroyedOn", message: "This day is still to come." };
  if (destroyedOn < putOn) {
    return {
      field: "destroyedOn",
      message: `It was put there on ${formatDay(putOn)}, after this day.`,
    };
  }
  if (witness.toLocaleLowerCase("en") === by.toLocaleLowerCase("en")) {
    return { field: "witness", message: "Name somebody other than the one who destroyed it." };
  }
  return null;
}

/**
 * The copies in an order in which what was made of a copy follows it, with its depth. Copies of
 * others, and such whose source is not among these, stand at the top.
 */
export function copyTree<C extends { id: string; madeOfId: string | null }>(
  copies: readonly C[],
): { copy: C; depth: number }[] {
  const here = new Set(copies.map(({ id }) => id));
  const lines: { copy: C; depth: number }[] = [];
  const add = (copy: C, depth: number) => {
    lines.push({ copy, depth });
    for (const made of copies) if (made.madeOfId === copy.id) add(made, depth + 1);
  };
  for (const copy of copies) {
    if (copy.madeOfId === null || !here.has(copy.madeOfId)) add(copy, 0);
  }
  return lines;
}

import { FOUND_KINDS, type FoundKind } from "./found";

/** How many are kept. */
export const RECENT = 6;

/** Something that was opened, for finding it again. */
export interface Recent {
  kind: FoundKind;
  title: string;
  /** A page of this site, never an address elsewhere. */
  href: string;
}

const PAGE = /^\/[\w%-][\w%./-]*$/;
const LONGEST_TITLE = 300;

// By hand, since every page would have to carry a library of schemas along for it.
function recentOf(value: unknown): Recent[] {
  if (typeof value !== "object" || value === null) return [];
  const { kind, title, href } = value as Record<string, unknown>;
  const known = FOUND_KINDS.find((one) => one === kind);
  if (!known || typeof title !== "string" || typeof href !== "string") return [];
  if (title === "" || title.length > LONGEST_TITLE || !PAGE.test(href)) return [];
  return [{ kind: known, title, href }];
}

/** What a browser has kept; whatever is not of this shape is left out. */
export function readRecent(stored: string | null): Recent[] {
  if (stored === null) return [];
  try {
    const list: unknown = JSON.parse(stored);
    if (!Array.isArray(list)) return [];
    return list.flatMap(recentOf).slice(0, RECENT);
  } catch {
    return [];
  }
}

/** The list with one in front that was opened just now; each is kept once. */
export function addRecent(list: readonly Recent[], opened: Recent): Recent[] {
  const [known] = recentOf(opened);
  if (!known) return [...list];
  return [known, ...list.filter(({ href }) => href !== known.href)].slice(0, RECENT);
}

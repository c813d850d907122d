import { z } from "zod";
import { FOUND_KINDS } from "./found";

/** How many are kept. */
export const RECENT = 6;

const recent = z.object({
  kind: z.enum(FOUND_KINDS),
  title: z.string().min(1).max(300),
  // A page of this site, never an address elsewhere.
  href: z.string().regex(/^\/[\w%-][\w%./-]*$/),
});

/** Something that was opened, for finding it again. */
export type Recent = z.infer<typeof recent>;

/** What a browser has kept; whatever is not of this shape is left out. */
export function readRecent(stored: string | null): Recent[] {
  if (stored === null) return [];
  try {
    const list: unknown = JSON.parse(stored);
    if (!Array.isArray(list)) return [];
    const known = list.map((one) => recent.safeParse(one).data);
    return known.filter((one) => one !== undefined).slice(0, RECENT);
  } catch {
    return [];
  }
}

/** The list with one in front that was opened just now; each is kept once. */
export function addRecent(list: readonly Recent[], opened: Recent): Recent[] {
  const known = recent.safeParse(opened).data;
  if (!known) return [...list];
  return [known, ...list.filter(({ href }) => href !== known.href)].slice(0, RECENT);
}

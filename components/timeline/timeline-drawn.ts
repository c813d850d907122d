import type { Bar, Strip } from "@/lib/timeline/layout";

/** A group as the chart draws it. */
export interface DrawnGroup {
  key: string;
  name: string;
  /** The page of the person, data set or archive; null for what belongs to none. */
  href: string | null;
  lanes: readonly (readonly Strip[])[];
  /** How many bars and duties it shows. */
  count: number;
  /** How many did not fit, and where they are shown. */
  hidden: number;
  aloneHref: string | null;
  /** The number of its first lane among all lanes of the chart. */
  firstRow: number;
}

/** What takes the focus: a bar, or the day of a duty. */
export interface Item {
  strip: Strip;
  /** Null for a duty. */
  bar: Bar | null;
  /** Its middle, as a share of the window. */
  at: number;
}

/** What takes the focus on a lane, from the left. */
export function itemsOf(lane: readonly Strip[]): Item[] {
  return lane
    .flatMap((strip): Item[] => [
      ...strip.bars.map((bar) => ({ strip, bar, at: bar.left + bar.width / 2 })),
      ...(strip.mark
        ? [{ strip, bar: null, at: strip.mark.at ?? strip.mark.dots[0]?.at ?? 0 }]
        : []),
    ])
    .toSorted((a, b) => a.at - b.at);
}

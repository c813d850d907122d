import type { Tone } from "@/components/ui/status-chip";

/** One kind of bar: its colour, and a pattern of its own, so that no colour must be told apart. */
export interface BarSeries {
  id: string;
  label: string;
  /** `empty`: drawn as nothing, for bars that begin further along the axis. */
  tone: Tone | "empty";
}

/** What a bar chart draws, all words in the reader's language. */
export interface BarFacts {
  /** The question that the chart answers; its title, also on the saved picture. */
  question: string;
  /** What it shows, in a sentence, for those who do not see it. */
  description: string;
  series: readonly BarSeries[];
  bars: readonly { label: string; values: Readonly<Record<string, number>> }[];
  /** Bars that lie, with room for long names; else they stand. */
  isSideways?: boolean;
  /** What the numbers count. */
  unit: string;
}

/** How tall a chart is before it is drawn and after, in pixels, so that nothing moves. */
export function heightOf({ isSideways, bars }: Pick<BarFacts, "isSideways" | "bars">): number {
  return isSideways ? 56 + bars.length * 40 : 240;
}

const PATTERNS = ["solid", "stripes", "dots", "bars", "checks"] as const;
export type PatternName = (typeof PATTERNS)[number];

/** The pattern of the series at a place: each of the first five has its own. */
export function patternAt(at: number): PatternName {
  return PATTERNS[at % PATTERNS.length] ?? "solid";
}

import type { Day } from "../dates/day";

/**
 * A public rule that changed an archive's terms. `agreements`: binds those made or renewed from
 * that day on, older ones keep their terms; `everybody`: binds all from that day on; `proposal`:
 * announced and not in force.
 */
export interface PolicyRule {
  id: string;
  /** The notice's own number, or its name where it has none. */
  notice: string;
  from: Day;
  binds: "agreements" | "everybody" | "proposal";
  /** What it asks, in one sentence. */
  asks: string;
  source: string;
}

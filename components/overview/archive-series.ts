import type { BarSeries } from "@/components/charts/bar-facts";
import { ARCHIVES } from "@/lib/archives/index";

const TONES = ["brand", "warn", "info", "neutral", "good"] as const;

/** The archives as parts of bars, in one order and with one colour each in all charts. */
export function archiveSeries(codes: readonly string[]): BarSeries[] {
  return ARCHIVES.map(({ code, name }, at) => ({
    ...{ id: code, label: name },
    tone: TONES[at % TONES.length] ?? "neutral",
  })).filter(({ id }) => codes.includes(id));
}

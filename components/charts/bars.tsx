"use client";

import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import type { BarFacts } from "./bar-facts";
import { fillOf } from "./bar-patterns";

/** The longest name beside lying bars, in letters; the table says it whole. */
const LONGEST = 26;
const NAMES_WIDTH = 164;

/** The drawing itself, in a file of its own, since it weighs as much as all else on the page. */
export function Bars({ facts, chartId }: { facts: BarFacts; chartId: string }) {
  const { series, bars, isSideways } = facts;
  const places = new Map(series.map(({ id }, at) => [id, at]));
  const hasGap = series.some(({ tone }) => tone === "empty");
  return (
    <BarChart
      h="100%"
      type="stacked"
      data={bars.map(({ label, values }) => ({ label, ...values }))}
      dataKey="label"
      series={series.map(({ id, label }) => ({ name: id, label, color: "gray" }))}
      orientation={isSideways ? "vertical" : "horizontal"}
      gridAxis={isSideways ? "y" : "x"}
      tickLine="none"
      maxBarWidth={isSideways ? 20 : 40}
      // What lies before the bars has no meaning of its own to be told.
      withTooltip={!hasGap}
      // For keyboard and screen reader there is the table; a drawing is one picture.
      accessibilityLayer={false}
      barProps={({ name }) => ({ fill: fillOf(chartId, places.get(name) ?? 0) })}
      barChartProps={{ margin: { left: isSideways ? 0 : -16, right: 16, top: 8, bottom: 0 } }}
      xAxisProps={isSideways ? { allowDecimals: false } : { interval: "equidistantPreserveStart" }}
      yAxisProps={
        isSideways
          ? { width: NAMES_WIDTH, tickFormatter: shorten, interval: 0 }
          : { allowDecimals: false }
      }
    />
  );
}

function shorten(label: string): string {
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label;
}

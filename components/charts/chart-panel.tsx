import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { BarFacts } from "./bar-facts";
import { ChartFrame } from "./chart-frame";
import classes from "./charts.module.css";

/** A chart with the question that it answers as its title, and its numbers as a table. */
export function ChartPanel(props: {
  facts: BarFacts;
  lead?: ReactNode;
  /** The sentence in its place where there is nothing to draw. */
  none: string;
  /** The numbers. */
  children: ReactNode;
}) {
  const { facts, lead, none, children } = props;
  return (
    <Panel title={facts.question} lead={lead}>
      {facts.bars.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <ChartFrame facts={facts}>{children}</ChartFrame>
      )}
    </Panel>
  );
}

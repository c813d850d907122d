import { Skeleton } from "@mantine/core";
import classes from "./page-skeleton.module.css";

/** How a page is laid out, as far as its outline shows: lines of a list, panels, or one wide drawing. */
export type PageShape = "list" | "panels" | "chart";

const LINES = Array.from({ length: 8 }, (_, line) => `line-${line}`);
const PANELS = Array.from({ length: 4 }, (_, panel) => `panel-${panel}`);

/** The outline of a page that is on its way. Screen readers hear of it by `aria-busy` alone. */
export function PageSkeleton({ shape }: { shape: PageShape }) {
  return (
    <div data-skeleton aria-hidden>
      <Skeleton height={32} width="14rem" maw="60%" />
      <Skeleton height={16} width="28rem" maw="90%" mt="sm" mb="xl" />
      {shape === "panels" && (
        <div className={classes.panels}>
          {PANELS.map((panel) => (
            <Skeleton key={panel} height={220} radius="lg" />
          ))}
        </div>
      )}
      {shape !== "panels" && <Skeleton height={36} mb="lg" />}
      {shape === "chart" && <Skeleton height={480} radius="lg" />}
      {shape === "list" && LINES.map((line) => <Skeleton key={line} height={44} mb="xs" />)}
    </div>
  );
}

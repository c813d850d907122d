import { type BarSeries, type PatternName, patternAt } from "./bar-facts";
import classes from "./charts.module.css";

/** The id of the pattern with which a series is filled. */
export function fillOf(chartId: string, at: number): string {
  return `url(#${chartId}-${at})`;
}

/** The patterns of all series of a chart, for its bars and its legend. */
export function BarPatterns(props: { chartId: string; series: readonly BarSeries[] }) {
  return (
    <svg className={classes.patterns} aria-hidden focusable="false" data-patterns>
      <defs>
        {props.series.map(({ id, tone }, at) => (
          <pattern
            key={id}
            id={`${props.chartId}-${at}`}
            width={8}
            height={8}
            patternUnits="userSpaceOnUse"
          >
            {tone !== "empty" && (
              <g data-tone={tone} className={classes.tone}>
                <rect width={8} height={8} className={classes.ground} />
                <Figure name={patternAt(at)} />
              </g>
            )}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** What is drawn on the ground colour, in the colour of the page. */
function Figure({ name }: { name: PatternName }) {
  switch (name) {
    case "solid":
      return null;
    case "stripes":
      return <path d="M-2 2 2-2M0 8 8 0M6 10 10 6" className={classes.figure} />;
    case "dots":
      return <circle cx={4} cy={4} r={1.4} className={classes.dot} />;
    case "bars":
      return <path d="M2 0V8M6 0V8" className={classes.figure} />;
    case "checks":
      return <path d="M0 0 8 8M8 0 0 8" className={classes.figure} />;
  }
}

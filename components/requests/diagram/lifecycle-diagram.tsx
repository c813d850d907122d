import { useTranslations } from "next-intl";
import { useId } from "react";
import { useSay } from "@/components/words/say";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import { diagramOf } from "@/lib/requests/diagram";
import { drawnAhead } from "@/lib/requests/diagram-ahead";
import { type Arrow, drawingOf } from "@/lib/requests/diagram-drawing";
import { wayBetween } from "@/lib/requests/stay";
import type { Say } from "@/lib/said/say";
import { arrowPath } from "./arrow-path";
import classes from "./lifecycle-diagram.module.css";
import { LifecycleList } from "./lifecycle-list";
import type { Place } from "./place";
import { StepBox } from "./step-box";

/** A lifecycle, drawn from its data; where there is no room for that, and for ears, as a list. */
export function LifecycleDiagram(props: { lifecycle: Lifecycle; place?: Place }) {
  const t = useTranslations("diagram");
  const titleId = useId();
  const say = useSay();
  const { place } = props;
  const lifecycle = saidLifecycle(props.lifecycle, say);
  const whole = diagramOf(lifecycle);
  const drawing = drawingOf(place ? drawnAhead(whole, place.visited, place.ahead) : whole);
  // What was walked lies on top of what was not.
  const arrows = drawing.arrows.toSorted((a, b) => rank(a, place) - rank(b, place));
  const danger = lifecycle.moves.filter(({ tone }) => tone === "danger").map(({ id }) => id);
  return (
    <div className={classes.room}>
      <svg
        role="img"
        aria-labelledby={titleId}
        className={classes.drawing}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        style={{ maxWidth: drawing.width }}
      >
        <title id={titleId}>{t("title", { name: lifecycle.name })}</title>
        <ArrowHeads id={titleId} />
        {arrows.map((arrow) => (
          <path
            key={`${arrow.move} ${arrow.from}`}
            className={classes.arrow}
            data-kind={kindOf(arrow, danger)}
            data-walked={isWalked(arrow, place) || undefined}
            d={arrowPath(arrow.points)}
            markerEnd={`url(#${titleId}${isWalked(arrow, place) ? "walked" : kindOf(arrow, danger)})`}
          />
        ))}
        {drawing.labels.map(({ key, text, full, x, y, anchor }) => (
          <text key={key} className={classes.move} x={x} y={y} textAnchor={anchor}>
            {text !== full && <title>{full}</title>}
            {text}
          </text>
        ))}
        {drawing.boxes.map((box) => (
          <StepBox key={box.id} box={box} lifecycle={lifecycle} place={place} />
        ))}
      </svg>
      <Legend place={place} />
      <LifecycleList lifecycle={lifecycle} place={place} />
    </div>
  );
}

/** The names are drawn as long as they are in the reader's language. */
function saidLifecycle(lifecycle: Lifecycle, say: Say): Lifecycle {
  const named = <T extends { label: string }>(one: T): T => ({ ...one, label: say(one.label) });
  const { name, steps, moves } = lifecycle;
  return { ...lifecycle, name: say(name), steps: steps.map(named), moves: moves.map(named) };
}

const HEADS = ["forward", "back", "danger", "walked"] as const;

function kindOf(arrow: Arrow, danger: readonly string[]): (typeof HEADS)[number] {
  return danger.includes(arrow.move) ? "danger" : arrow.kind;
}

function isWalked({ from, to }: Arrow, place?: Place): boolean {
  return place?.visited.ways.includes(wayBetween(from, to)) ?? false;
}

function rank(arrow: Arrow, place?: Place): number {
  return isWalked(arrow, place) ? 1 : 0;
}

/** Heads take no colour from their arrow, so that each kind has its own. */
function ArrowHeads({ id }: { id: string }) {
  return (
    <defs>
      {HEADS.map((kind) => (
        <marker
          key={kind}
          id={`${id}${kind}`}
          viewBox="0 0 8 8"
          refX="7.5"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className={classes.head} data-kind={kind} d="M0 0.5 8 4 0 7.5z" />
        </marker>
      ))}
    </defs>
  );
}

function Legend({ place }: { place?: Place }) {
  const t = useTranslations("diagram.legend");
  const over = useTranslations("requestPage.diagram");
  const kinds = HEADS.filter((kind) => kind !== "walked" || place);
  return (
    <ul className={classes.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="34" height="10" aria-hidden className={classes.sample}>
            <path
              className={classes.arrow}
              data-kind={kind}
              data-walked={kind === "walked" || undefined}
              d="M0 5 34 5"
            />
          </svg>
          {t(kind)}
        </li>
      ))}
      {place && (
        <li>
          <svg width="34" height="14" aria-hidden className={classes.sample}>
            <rect className={classes.box} data-over x="1" y="1" width="32" height="12" rx="3" />
          </svg>
          {over("over")}
        </li>
      )}
    </ul>
  );
}

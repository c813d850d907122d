"use client";

import { Portal } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { AccessCell } from "@/lib/readiness/access-view";
import { AccessChip } from "./access-chip";
import classes from "./cell-tip.module.css";
import type { Pair } from "./matrix";
import { useReasonWords } from "./reason-words";
import type { CellState } from "./use-cell";

/** Room in pixels that a tip needs below its cell, else it stands above. */
const ROOM = 170;
const WIDTH = 320;
const GAP = 6;

/** What a cell says before one opens it: who, what, the verdict and the first reason. */
export function CellTip(props: {
  id: string;
  pair: Pair;
  target: HTMLElement;
  state: CellState;
  me: string;
}) {
  const { pair, target, state } = props;
  const t = useTranslations("access.tip");
  return (
    <Portal>
      <div id={props.id} role="tooltip" className={classes.tip} style={placeBeside(target)}>
        <p className={classes.title}>
          <bdi>{pair.person.name}</bdi>, <bdi>{pair.unit.name}</bdi>
        </p>
        <AccessChip status={pair.status} />
        <p>
          {state.cell ? (
            <Why cell={state.cell} me={props.me} />
          ) : (
            t(state.isFailed ? "failed" : "loading")
          )}
        </p>
      </div>
    </Portal>
  );
}

function Why({ cell, me }: { cell: AccessCell; me: string }) {
  const t = useTranslations("access.tip");
  const words = useReasonWords(me);
  const [first, ...more] = cell.reasons;
  if (first) {
    return (
      <>
        {words.sentence(first)}
        {more.length > 0 && ` ${t("more", { count: more.length })}`}
      </>
    );
  }
  return words.verdict(cell);
}

function placeBeside(target: HTMLElement) {
  const { top, bottom, left, width } = target.getBoundingClientRect();
  const middle = left + width / 2;
  const x = Math.max(8, Math.min(middle - WIDTH / 2, window.innerWidth - WIDTH - 8));
  const isAbove = bottom + ROOM > window.innerHeight && top > ROOM;
  return isAbove
    ? { left: x, bottom: window.innerHeight - top + GAP, width: WIDTH }
    : { left: x, top: bottom + GAP, width: WIDTH };
}

"use client";

import { useId, useState } from "react";
import type { Day } from "@/lib/dates/day";
import type { AccessStatus } from "@/lib/readiness/verdict";
import { AccessList } from "./access-list";
import { cellPath } from "./access-paths";
import classes from "./access-view.module.css";
import { CellDialog, type Confirm } from "./cell-dialog";
import { CellTip } from "./cell-tip";
import { type GridPlace, type Matrix, type Pair, pairAt } from "./matrix";
import { MatrixGrid, type Pointed } from "./matrix-grid";
import { type CellCache, useCell } from "./use-cell";

/** So long a pointer rests on a cell before its reason is fetched. */
const REST_MS = 120;

/** People by units: a matrix where there is room, a list on a phone; each verdict opens its reasons. */
export function AccessView(props: {
  team: string;
  matrix: Matrix;
  state?: AccessStatus;
  me: string;
  today: Day;
  confirm?: Confirm;
}) {
  const { team, matrix, state, me } = props;
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [opened, setOpened] = useState<GridPlace | null>(null);
  const [cache, forget] = useCells(matrix);
  const tipId = useId();
  const pathOf = (pair: Pair | null) =>
    pair && cellPath(team, pair.person.id, pair.unit.id, matrix.on);
  const tipped = pointed && opened === null ? pairAt(matrix, pointed.place) : null;
  const shown = opened && pairAt(matrix, opened);
  const tip = useCell(pathOf(tipped), cache, REST_MS);
  const dialog = useCell(pathOf(shown), cache);
  return (
    <>
      <div className={classes.wide}>
        <MatrixGrid
          team={team}
          matrix={matrix}
          state={state}
          onPoint={setPointed}
          onOpen={setOpened}
          describedBy={tipped ? tipId : undefined}
        />
      </div>
      <div className={classes.narrow}>
        <AccessList matrix={matrix} state={state} onOpen={setOpened} />
      </div>
      {tipped && pointed && (
        <CellTip id={tipId} pair={tipped} target={pointed.cell} state={tip} me={me} />
      )}
      <CellDialog
        team={team}
        pair={shown}
        state={dialog}
        me={me}
        today={props.today}
        confirm={props.confirm}
        onChanged={forget}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

/** What was read of this matrix's cells, and how to forget it; a new matrix starts with none. */
function useCells(matrix: Matrix): [CellCache, () => void] {
  const [cells, setCells] = useState<{ of: Matrix; cache: CellCache }>(() => freshCells(matrix));
  if (cells.of !== matrix) setCells(freshCells(matrix));
  return [cells.cache, () => setCells(freshCells(matrix))];
}

function freshCells(of: Matrix): { of: Matrix; cache: CellCache } {
  return { of, cache: new Map() };
}

"use client";

import type { ReactNode } from "react";
import { Selection } from "@/components/lists/selection";
import { later } from "@/components/ui/later";
import type { Move } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import type { BulkRequest } from "@/lib/requests/bulk";
import type { BulkMoveAction } from "./bulk-move-action";

const BulkBar = later(() => import("./bulk-bar").then((module) => module.BulkBar), null);

/** A list of requests of which several can be ticked and moved together. */
export function BulkSelection(props: {
  team: string;
  requests: readonly BulkRequest[];
  rights: Readonly<Record<Move["permission"], boolean>>;
  today: Day;
  move: BulkMoveAction;
  children: ReactNode;
}) {
  const { requests, children, ...bar } = props;
  return (
    <Selection rows={requests} bar={(ticked) => <BulkBar {...bar} ticked={ticked} />}>
      {children}
    </Selection>
  );
}

"use client";

import type { ReactNode } from "react";
import { Selection } from "@/components/lists/selection";
import { later } from "@/components/ui/later";
import type { SendDuties, TickableDuty } from "./tickable-duty";

const DutyBar = later(() => import("./duty-bar").then((module) => module.DutyBar), null);

/** A list of duties of which several can be ticked, to be seen to or put off together. */
export function DutySelection(props: {
  team: string;
  /** Those that can be ticked. */
  duties: readonly TickableDuty[];
  send: SendDuties;
  children: ReactNode;
}) {
  const { duties, children, ...bar } = props;
  return (
    <Selection rows={duties} bar={(ticked) => <DutyBar {...bar} ticked={ticked} />}>
      {children}
    </Selection>
  );
}

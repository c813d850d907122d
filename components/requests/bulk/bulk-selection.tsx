"use client";

import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { later } from "@/components/ui/later";
import type { Move } from "@/lib/archives/lifecycle";
import type { Day } from "@/lib/dates/day";
import type { BulkRequest } from "@/lib/requests/bulk";
import classes from "./bulk.module.css";
import type { BulkMoveAction } from "./bulk-move-action";

const BulkBar = later(() => import("./bulk-bar").then((module) => module.BulkBar), null);

interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
}

const SelectionContext = createContext<Selection | null>(null);

/** A list of requests of which several can be ticked and moved together; the bar comes with the first tick. */
export function BulkSelection(props: {
  team: string;
  requests: readonly BulkRequest[];
  rights: Readonly<Record<Move["permission"], boolean>>;
  today: Day;
  move: BulkMoveAction;
  children: ReactNode;
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isWanted, setWanted] = useState(false);
  const toggle = (id: string) => {
    setWanted(true);
    setIds((before) => {
      const others = [...before].filter((other) => other !== id);
      return new Set(before.has(id) ? others : [...others, id]);
    });
  };
  return (
    <SelectionContext value={{ ids, toggle }}>
      {isWanted && (
        <BulkBar
          team={props.team}
          // What was ticked on another page of the list, or under another filter, is not seen here.
          requests={props.requests.filter(({ id }) => ids.has(id))}
          rights={props.rights}
          today={props.today}
          move={props.move}
          onKeep={(kept) => setIds(new Set(kept))}
        />
      )}
      {props.children}
    </SelectionContext>
  );
}

/** The tick of one request; nothing outside of a `BulkSelection`. */
export function BulkTick({ id, name }: { id: string; name: string }) {
  const t = useTranslations("bulk");
  const selection = useContext(SelectionContext);
  if (!selection) return null;
  return (
    <Checkbox
      size="md"
      className={classes.tick}
      aria-label={t("tick", { name })}
      checked={selection.ids.has(id)}
      onChange={() => selection.toggle(id)}
    />
  );
}

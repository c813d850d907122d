"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { focusedButton } from "@/components/ui/focused-button";
import { later } from "@/components/ui/later";
import { useSay } from "@/components/words/say";
import type { Lifecycle, Move } from "@/lib/archives/lifecycle";
import { allowedMoves, needsCompleteForm } from "@/lib/requests/lifecycle";
import { type MovesProps, STANDING } from "./moves-props";
import { useToldMove } from "./use-told-move";

const MoveDialog = later(() => import("./move-dialog").then((module) => module.MoveDialog), null);

export interface OpenMove {
  move: Move;
  /** The items that can go. */
  able: string[];
}

interface Moves {
  lifecycle: Lifecycle;
  /** The steps in which items stand. */
  steps: readonly string[];
  open: readonly OpenMove[];
  /** Carries a move out, or asks what it asks for first; `itemIds` are ticked there. */
  start: (moveId: string, itemIds?: readonly string[]) => void;
  /** While a move without questions is under way. */
  isBusy: boolean;
}

const MovesContext = createContext<Moves | null>(null);

/** The moves of the request around. Throws outside of a `MovesProvider`: a defect. */
export function useMoves(): Moves {
  const moves = useContext(MovesContext);
  if (!moves) throw new Error("There is no MovesProvider around");
  return moves;
}

interface Asked {
  move: Move;
  itemIds: readonly string[];
  /** What takes the focus back when nothing was recorded. */
  opener: HTMLElement | null;
  key: string;
}

export function MovesProvider(props: MovesProps & { children: ReactNode }) {
  const { lifecycle } = props;
  const open = openMoves(lifecycle, props).filter(
    ({ move }) => !props.byCloseOut.includes(move.id),
  );
  const [asked, setAsked] = useState<Asked>();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, run } = useImmediateMove(lifecycle, props);
  const steps = [...new Set(props.items.map(({ step }) => step))];

  function start(moveId: string, itemIds: readonly string[] = []) {
    const found = open.find(({ move }) => move.id === moveId);
    if (!found) return;
    const { move, able } = found;
    const ticked = itemIds.length > 0 || move.reselect ? itemIds : able;
    if (asksNothing(move) && (move.scope === "request" || able.length === 1)) run(move, ticked);
    else {
      setAsked({ move, itemIds: ticked, opener: focusedButton(), key: crypto.randomUUID() });
      setOpen(true);
    }
  }

  return (
    <MovesContext value={{ lifecycle, steps, open, start, isBusy }}>
      {props.children}
      {asked && (
        <MoveDialog
          key={asked.key}
          {...props}
          asked={asked.move}
          ticked={asked.itemIds}
          able={open.find(({ move }) => move.id === asked.move.id)?.able ?? []}
          opener={asked.opener}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        />
      )}
    </MovesContext>
  );
}

function openMoves(lifecycle: Lifecycle, props: MovesProps): OpenMove[] {
  return allowedMoves(lifecycle, props.items, (permission) => props.rights[permission])
    .filter(({ move }) => props.isComplete || !needsCompleteForm(move))
    .map(({ move, itemIds }) => ({ move, able: itemIds }));
}

function asksNothing(move: Move): boolean {
  return (
    move.asks.length === 0 &&
    move.effect !== "grant" &&
    move.effect !== "send_back" &&
    move.tone !== "danger" &&
    !move.reselect
  );
}

/** Carries out a move that asks for nothing; says below the page how it went. */
function useImmediateMove(lifecycle: Lifecycle, props: MovesProps) {
  const t = useTranslations("requests.move");
  const say = useSay();
  const tell = useToldMove(lifecycle, props);
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  async function run(move: Move, itemIds: readonly string[]) {
    // A double click comes before the page has drawn the button as busy.
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    const result = await props
      .move(props.team, {
        commandId: crypto.randomUUID(),
        requestId: props.request.id,
        version: props.request.version,
        move: move.id,
        itemIds: move.scope === "item" ? itemIds : [],
        answers: {},
      })
      .catch(() => null);
    isRunning.current = false;
    setBusy(false);
    if (!result?.ok) {
      const message = result ? say(result.message) : t("unreachable");
      notifications.show({ title: t("refused"), message, color: "red" });
      return;
    }
    tell(
      move,
      move.scope === "item" ? itemIds : props.items.map(({ id }) => id),
      result.data.version,
    );
    document.getElementById(STANDING)?.focus();
  }
  return { isBusy, run };
}

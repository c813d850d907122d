"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { CONTENT_ID } from "@/components/shell/skip-link";
import { focusedButton } from "@/components/ui/focused-button";
import { later } from "@/components/ui/later";
import { boxId } from "./box-id";
import type { Holdings, Target } from "./holdings";

const TargetDialog = later(
  () => import("./target-dialog").then((module) => module.TargetDialog),
  null,
);

interface Asked {
  target: Target;
  /** What takes the focus back when the dialog is closed. */
  opener: HTMLElement | null;
  attempt: string;
}

const DialogContext = createContext<((target: Target) => void) | null>(null);

/** Opens the dialog that records a step. Throws outside of a `HoldingDialogs`: a defect. */
export function useHoldingDialog(): (target: Target) => void {
  const open = useContext(DialogContext);
  if (!open) throw new Error("There are no HoldingDialogs around");
  return open;
}

/** The dialogs in which steps are recorded, for everything within. They travel when one is opened. */
export function HoldingDialogs(props: { holdings: Holdings; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const open = (target: Target) => {
    setAsked({ target, opener: focusedButton(), attempt: crypto.randomUUID() });
    setOpen(true);
  };
  return (
    <DialogContext value={open}>
      {props.children}
      {asked && (
        <TargetDialog
          holdings={props.holdings}
          target={asked.target}
          attempt={asked.attempt}
          isOpen={isOpen}
          onClose={close}
          giveFocusBack={() => giveFocusBack(asked)}
        />
      )}
    </DialogContext>
  );
}

/** To the button that opened the dialog; where that is gone, to what stands in its place. */
function giveFocusBack({ target, opener }: Asked): void {
  const box = document.getElementById(boxId(target))?.querySelector("button");
  const place = opener?.isConnected ? opener : (box ?? document.getElementById(CONTENT_ID));
  place?.focus();
}

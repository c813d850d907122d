"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import { CONTENT_ID } from "@/components/shell/skip-link";
import { Dialog } from "@/components/ui/dialog";
import { focusedButton } from "@/components/ui/focused-button";
import { later } from "@/components/ui/later";
import { boxId } from "./box-names";
import type { Holdings, Target } from "./holdings";
import { useHoldingForm } from "./use-holding-form";

const FactForm = later(() => import("./fact-form").then((module) => module.FactForm));

interface Asked {
  target: Target;
  /** What takes the focus back when the dialog is closed. */
  opener: HTMLElement | null;
  key: string;
}

const DialogContext = createContext<((target: Target) => void) | null>(null);

/** Opens the dialog that records a step. Throws outside of a `HoldingDialogs`: a defect. */
export function useHoldingDialog(): (target: Target) => void {
  const open = useContext(DialogContext);
  if (!open) throw new Error("There are no HoldingDialogs around");
  return open;
}

/** The dialogs in which steps are recorded, for everything within. */
export function HoldingDialogs(props: { holdings: Holdings; children: ReactNode }) {
  const router = useRouter();
  const formOf = useHoldingForm(props.holdings);
  const [asked, setAsked] = useState<Asked>();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const open = (target: Target) => {
    setAsked({ target, opener: focusedButton(), key: crypto.randomUUID() });
    setOpen(true);
  };
  const form = asked && formOf(asked.target);
  return (
    <DialogContext value={open}>
      {props.children}
      {asked && form && (
        <Dialog
          opened={isOpen}
          onClose={close}
          title={form.title}
          size="lg"
          returnFocus={false}
          onExitTransitionEnd={() => giveFocusBack(asked)}
        >
          <FactForm
            key={asked.key}
            {...form}
            team={props.holdings.team}
            onClose={close}
            onConflict={() => router.refresh()}
          />
        </Dialog>
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

"use client";

import { useRouter } from "next/navigation";
import { Dialog } from "@/components/ui/dialog";
import { FactForm } from "./fact-form";
import type { Holdings, Target } from "./holdings";
import { useHoldingForm } from "./use-holding-form";

/** The dialog that records one step, drawn from what the archives know of it. */
export function TargetDialog(props: {
  holdings: Holdings;
  target: Target;
  /** Another one for each time that the dialog is opened. */
  attempt: string;
  isOpen: boolean;
  onClose: () => void;
  giveFocusBack: () => void;
}) {
  const router = useRouter();
  const form = useHoldingForm(props.holdings)(props.target);
  if (!form) return null;
  return (
    <Dialog
      opened={props.isOpen}
      onClose={props.onClose}
      title={form.title}
      size="lg"
      giveFocusBack={props.giveFocusBack}
    >
      <FactForm
        key={props.attempt}
        {...form}
        team={props.holdings.team}
        onClose={props.onClose}
        onConflict={() => router.refresh()}
      />
    </Dialog>
  );
}

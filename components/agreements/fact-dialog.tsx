"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import type { HoldingForm } from "@/components/people/holdings/holding-form";
import { Dialog } from "@/components/ui/dialog";
import { later } from "@/components/ui/later";

const FactForm = later(() =>
  import("@/components/people/holdings/fact-form").then((module) => module.FactForm),
);

interface Props extends Omit<ButtonProps, "form"> {
  team: string;
  /** The words on the button, and what it is about where those alone do not say. */
  label: string;
  spokenLabel?: string;
  form: HoldingForm;
}

/** A button, and the dialog with questions that it opens. */
export function FactDialog({ team, label, spokenLabel, form, ...button }: Props) {
  const router = useRouter();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" {...button} aria-label={spokenLabel} onClick={open}>
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={form.title} size="lg">
        <FactForm {...form} team={team} onClose={close} onConflict={() => router.refresh()} />
      </Dialog>
    </>
  );
}

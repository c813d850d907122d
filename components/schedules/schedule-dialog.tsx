"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Dialog } from "@/components/ui/dialog";
import { later } from "@/components/ui/later";
import type { ScheduleFormProps } from "./schedule-form";

const ScheduleForm = later(() => import("./schedule-form").then((module) => module.ScheduleForm));

interface Props extends ScheduleFormProps {
  label: string;
  spokenLabel?: string;
  title: string;
  button?: Pick<ButtonProps, "size" | "variant">;
}

/** A button, and the dialog that sets a schedule. */
export function ScheduleDialog({ label, spokenLabel, title, button, ...form }: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        {...button}
        aria-label={spokenLabel}
        onClick={open}
      >
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={title} size="lg">
        <ScheduleForm {...form} onClose={close} />
      </Dialog>
    </>
  );
}

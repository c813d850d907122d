"use client";

import { Button, type ButtonProps, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { ScheduleForm, type ScheduleFormProps } from "./schedule-form";

interface Props extends ScheduleFormProps {
  label: string;
  spokenLabel?: string;
  title: string;
  button?: Pick<ButtonProps, "size" | "variant">;
}

/** A button, and the dialog that sets a schedule. */
export function ScheduleDialog({ label, spokenLabel, title, button, ...form }: Props) {
  const t = useTranslations("forms");
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
      <Modal
        opened={isOpen}
        onClose={close}
        title={title}
        size="lg"
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <ScheduleForm {...form} onClose={close} />
      </Modal>
    </>
  );
}

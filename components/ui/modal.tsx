"use client";

import { Modal as MantineModal, type ModalProps } from "@mantine/core";
import { useIsDrawn } from "./use-is-drawn";

/** Mantine's dialog, which gives the focus back even where it is drawn only once it is wanted. */
export function Modal({ opened, ...props }: ModalProps) {
  const isDrawn = useIsDrawn();
  return <MantineModal opened={opened && isDrawn} {...props} />;
}

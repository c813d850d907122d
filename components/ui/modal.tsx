"use client";

import { Modal as MantineModal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";

/** Mantine's dialog. Opened only after it was drawn once, so that it knows where the focus returns to. */
export function Modal({ opened, ...props }: ModalProps) {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(true), []);
  return <MantineModal opened={opened && isDrawn} {...props} />;
}

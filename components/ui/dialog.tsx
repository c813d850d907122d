"use client";

import type { ModalProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { later } from "./later";

const Modal = later(() => import("./modal").then((module) => module.Modal), null);

/**
 * A dialog over the page, whose code travels when it is first opened. A stray click beside it throws
 * no typed text away.
 */
export function Dialog(props: ModalProps) {
  const t = useTranslations("forms");
  const wasOpened = useRef(false);
  wasOpened.current ||= props.opened;
  if (!wasOpened.current) return null;
  return (
    <Modal closeOnClickOutside={false} closeButtonProps={{ "aria-label": t("close") }} {...props} />
  );
}

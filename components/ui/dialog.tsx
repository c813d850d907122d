"use client";

import type { ModalProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { later } from "./later";

const Modal = later(() => import("./modal").then((module) => module.Modal), null);

type Props = Omit<ModalProps, "onExitTransitionEnd" | "returnFocus"> & {
  /** Gives the focus to its place after the dialog; the one that opened it gets it unless told. */
  giveFocusBack?: () => void;
};

/**
 * A dialog over the page, whose code travels when it is first opened. A stray click beside it throws
 * no typed text away.
 */
export function Dialog({ giveFocusBack, ...props }: Props) {
  const t = useTranslations("forms");
  const wasOpened = useRef(false);
  wasOpened.current ||= props.opened;
  if (!wasOpened.current) return null;
  return (
    <Modal
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("close") }}
      returnFocus={giveFocusBack === undefined}
      // A dialog closed at once is yet to take the focus; this comes after.
      onExitTransitionEnd={() => setTimeout(() => giveFocusBack?.())}
      {...props}
    />
  );
}

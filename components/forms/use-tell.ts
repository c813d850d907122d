"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";

/** Says that something worked, in a corner and to screen readers, and goes away by itself. */
export function useTell(): (message: string) => void {
  const t = useTranslations("forms");
  return (message) =>
    notifications.show({ message, closeButtonProps: { "aria-label": t("close") } });
}

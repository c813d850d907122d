"use client";

import { IconBrightness } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { SchemeChoice } from "./scheme-choice";
import { VisitorMenu } from "./visitor-menu";

/** The choice of light or dark for visitors, who have no account menu. */
export function SchemeMenu() {
  const t = useTranslations("shell.scheme");
  return (
    <VisitorMenu label={t("label")} icon={IconBrightness}>
      <SchemeChoice />
    </VisitorMenu>
  );
}

import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { chooseLanguage } from "../account/actions";

export default function UnsubscribeLayout({ children }: { children: ReactNode }) {
  return <PublicShell chooseLanguage={chooseLanguage}>{children}</PublicShell>;
}

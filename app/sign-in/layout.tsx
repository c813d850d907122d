import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { Words } from "@/components/words/words";
import { chooseLanguage } from "../account/actions";

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell chooseLanguage={chooseLanguage}>
      <Words of={["signIn"]}>{children}</Words>
    </PublicShell>
  );
}

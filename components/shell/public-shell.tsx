import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Brand } from "./brand";
import classes from "./public-shell.module.css";
import { SchemeMenu } from "./scheme-menu";
import { CONTENT_ID, SkipLink } from "./skip-link";

/** The frame of the pages that anybody may read. */
export function PublicShell({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <>
      <SkipLink />
      <header className={classes.bar}>
        <div className={classes.inner}>
          <Brand href="/" />
          <nav aria-label={t("navigation.label")} className={classes.nav}>
            <TextLink href="/catalogue" c="inherit" fw={500}>
              {t("navigation.catalogue")}
            </TextLink>
            <ButtonLink href="/sign-in" size="sm">
              {t("signIn")}
            </ButtonLink>
          </nav>
          <SchemeMenu />
        </div>
      </header>
      <main id={CONTENT_ID} tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </>
  );
}

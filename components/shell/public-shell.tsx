import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { LanguageMenu } from "./language-menu";
import classes from "./public-shell.module.css";
import { SchemeMenu } from "./scheme-menu";
import { CONTENT_ID, SkipLink } from "./skip-link";

/** The frame of the pages outside any team. `account` is whoever is signed in, without a team yet. */
export function PublicShell(props: {
  account?: { name: string; email: string; signOut: () => Promise<unknown> };
  /** Keeps a visitor's language; whoever is signed in has it in their account. */
  chooseLanguage?: (input: unknown) => Promise<unknown>;
  children: ReactNode;
}) {
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
            {!props.account && (
              <ButtonLink href="/sign-in" size="sm" px="sm">
                {t("signIn")}
              </ButtonLink>
            )}
          </nav>
          {props.account ? (
            <AccountMenu {...props.account} compact />
          ) : (
            <>
              {props.chooseLanguage && <LanguageMenu choose={props.chooseLanguage} />}
              <SchemeMenu />
            </>
          )}
        </div>
      </header>
      <main id={CONTENT_ID} tabIndex={-1} className={classes.main}>
        {props.children}
      </main>
    </>
  );
}

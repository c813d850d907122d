"use client";

import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { Outcome } from "./save-draft";

/** Why the text is not saved and what to do; it is all still in the form. */
export function StuckNote({ outcome }: { outcome: Extract<Outcome, { isSaved: false }> }) {
  const t = useTranslations("requests.form.stuck");
  if (outcome.why === "conflict" || outcome.why === "unfit") return null;
  return (
    <div role="alert">
      <Note tone="bad" title={t(`${outcome.why}.title`)}>
        {outcome.why === "signedOut" ? (
          <p>
            {t.rich("signedOut.words", {
              link: (words) => (
                <a href={signInHref()} target="_blank" rel="noreferrer">
                  {words}
                </a>
              ),
            })}
          </p>
        ) : (
          <p>{outcome.message ?? t("unreachable.words")}</p>
        )}
      </Note>
    </div>
  );
}

function signInHref(): string {
  const here = `${window.location.pathname}${window.location.search}`;
  return `/sign-in?callbackUrl=${encodeURIComponent(here)}`;
}

import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import type { CopiedForm, LeftOut } from "@/lib/requests/copy";
import classes from "./copy-form.module.css";

/** How many answers a copy takes along, and which not and why. */
export function WhatIsCopied({ copied }: { copied: CopiedForm }) {
  const t = useTranslations("rounds.copy");
  const count = Object.keys(copied.origins).length;
  const reasons = [...new Set(copied.left.map(({ why }) => why))];
  const labels = (why: LeftOut) =>
    copied.left.filter((entry) => entry.why === why).map(({ label }) => label);
  return (
    <Note tone={count > 0 ? "info" : "warn"} title={t("takes", { count })}>
      {reasons.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map((why) => (
            <li key={why}>
              {t(`left.${why}`)}
              <ul>
                {labels(why).map((label) => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

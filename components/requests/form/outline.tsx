"use client";

import { IconCircleCheck, IconCircleDashed, IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./outline.module.css";

export interface OutlineEntry {
  /** The id of the part within the page. */
  id: string;
  title: string;
  /** Questions that are still to be answered. */
  missing: number;
  /** Nobody may write in it now. */
  isLocked: boolean;
}

/** The parts of the form and how far each has come. */
export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  const t = useTranslations("requests.form.outline");
  const lock = useTranslations("rounds.lock");
  return (
    <nav aria-label={t("label")} className={classes.outline}>
      <ol>
        {entries.map(({ id, title, missing, isLocked }) => {
          const Icon = isLocked ? IconLock : missing === 0 ? IconCircleCheck : IconCircleDashed;
          return (
            <li key={id}>
              <a
                href={`#${encodeURIComponent(id)}`}
                data-done={(missing === 0 && !isLocked) || undefined}
              >
                <Icon size={18} stroke={1.8} aria-hidden />
                <span>
                  {title}
                  <span className={classes.state}>
                    {isLocked && `${lock("locked")} · `}
                    {missing === 0 ? t("complete") : t("missing", { missing })}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

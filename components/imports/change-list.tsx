"use client";

import { VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { isDay } from "@/lib/dates/day";
import type { FieldChange } from "@/lib/imports/change";
import classes from "./row-list.module.css";

/** What would be another, each with what it is and what it would be. */
export function ChangeList({ fields }: { fields: readonly FieldChange[] }) {
  const t = useTranslations("imports.rows");
  const dates = useDates();
  const say = useSay();
  const word = (field: FieldChange["field"], value: string | null, isAfter: boolean) => {
    if (value === null) return t(isAfter && field === "endsOn" ? "openEnded" : "nothing");
    return isDay(value) ? dates.day(value) : say(value);
  };
  return (
    <dl className={classes.fields}>
      {fields.map(({ field, before, after }) => (
        <div key={field} style={{ display: "contents" }}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            <VisuallyHidden>{t("before")} </VisuallyHidden>
            <span className={classes.before}>{word(field, before, false)}</span>
            <span aria-hidden> → </span>
            <VisuallyHidden>{t("after")} </VisuallyHidden>
            <span className={classes.after}>{word(field, after, true)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

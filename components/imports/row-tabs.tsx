import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { ROW_FILTERS, type RowFilter } from "@/lib/imports/forms";
import { statesOf } from "@/lib/imports/row-state";
import type { ImportLine } from "@/lib/services/imports";
import { importsHref } from "./import-path";

/** Changes, what stays as it is, and what could not be read, each with its count. */
export function RowTabs(props: {
  team: string;
  number: number;
  show: RowFilter;
  counts: ImportLine["counts"];
}) {
  const t = useTranslations("imports.rows");
  return (
    <nav aria-label={t("filter")} className={classes.filter}>
      <ul className={classes.tabs}>
        {ROW_FILTERS.map((show) => (
          <li key={show}>
            <TextLink
              href={importsHref(props.team, props.number, { show })}
              aria-current={show === props.show ? "page" : undefined}
              underline="never"
            >
              {t(`show.${show}`)}{" "}
              <span>{statesOf(show).reduce((sum, state) => sum + props.counts[state], 0)}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

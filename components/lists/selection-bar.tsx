"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Ticked } from "./selection";
import classes from "./selection.module.css";

/** How many rows are ticked, what can be done with all of them, and the way back; gone without a tick. */
export function SelectionBar(props: {
  ticked: Ticked<unknown>;
  /** Names the bar. */
  label: string;
  count: string;
  children: ReactNode;
}) {
  const t = useTranslations("lists.selection");
  if (props.ticked.rows.length === 0) return null;
  return (
    <section className={classes.bar} aria-label={props.label}>
      <b role="status">{props.count}</b>
      {props.children}
      <Button variant="subtle" onClick={() => props.ticked.keep([])}>
        {t("clear")}
      </Button>
    </section>
  );
}

import type { ReactNode } from "react";
import classes from "./entry-columns.module.css";

/** The body of an entry's page: the story at the left, the facts at the right. */
export function EntryColumns(props: { children: ReactNode; facts: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>{props.children}</div>
      <div className={classes.facts}>{props.facts}</div>
    </div>
  );
}

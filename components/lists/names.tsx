import type { ReactNode } from "react";
import classes from "./selection.module.css";

/** The rows of which a dialog asks something, by name. */
export function Names<Row extends { id: string }>(props: {
  rows: readonly Row[];
  nameOf: (row: Row) => ReactNode;
}) {
  return (
    <ul className={classes.names}>
      {props.rows.map((row) => (
        <li key={row.id}>{props.nameOf(row)}</li>
      ))}
    </ul>
  );
}

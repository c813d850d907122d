import type { ReactNode } from "react";
import classes from "./charts.module.css";

/** The numbers of a chart: what it is about in the first column, a number in each other one. */
export function NumbersTable(props: {
  caption: string;
  /** The names of all columns, that of the first one included. */
  columns: readonly string[];
  rows: readonly { id: string; label: ReactNode; cells: readonly ReactNode[] }[];
}) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ id, label, cells }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {props.columns.slice(1).map((column, at) => (
                <td key={column}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Box } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./charts.module.css";

/**
 * The numbers of a chart: what it is about in the first column, a number in each other one. Where
 * it is wider than its place it can be moved by keys, too.
 */
export function NumbersTable(props: {
  caption: string;
  /** The names of all columns, that of the first one included. */
  columns: readonly string[];
  rows: readonly { id: string; label: ReactNode; cells: readonly ReactNode[] }[];
}) {
  return (
    <Box className={classes.scroll} role="group" aria-label={props.caption} tabIndex={0}>
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
    </Box>
  );
}

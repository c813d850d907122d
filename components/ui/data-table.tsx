import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./data-table.module.css";
import { TextLink } from "./links";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row; as a card it is the heading. */
  isTitle?: boolean;
  align?: "start" | "end";
  /** The first to give way where a table of columns nobody chose has little room. */
  isSpare?: boolean;
  /** Where the rows come in the order of this column, or the other way round; `now` says how they come. */
  sort?: { href: string; now?: "ascending" | "descending" };
}

/** Rows and columns; where room is scarce each row becomes a card, with the column's name before each value. */
export function DataTable<Row>(props: {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Marks rows that wait for the reader. */
  isMarked?: (row: Row) => boolean;
  /** There may be more columns than the room holds: they are scrolled sideways then. */
  isWide?: boolean;
}) {
  return (
    <div className={classes.room}>
      <div className={classes.sheet} data-wide={props.isWide || undefined}>
        <table className={classes.table}>
          <caption className={classes.caption}>{props.caption}</caption>
          <thead className={classes.head}>
            <tr>
              {props.columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  data-align={column.align}
                  data-spare={column.isSpare}
                  aria-sort={column.sort?.now}
                >
                  {column.sort ? (
                    <SortLink {...column.sort}>{column.header}</SortLink>
                  ) : (
                    column.header
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={props.rowKey(row)} data-marked={props.isMarked?.(row) || undefined}>
                {props.columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function SortLink(props: NonNullable<Column<unknown>["sort"]> & { children: string }) {
  const Arrow = props.now === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <TextLink
      href={props.href}
      scroll={false}
      underline="never"
      className={classes.sort}
      data-now={props.now}
    >
      {props.children}
      <Arrow size={14} aria-hidden />
    </TextLink>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.isTitle) {
    return (
      <th scope="row" data-align={column.align} className={classes.title}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td data-label={column.header} data-align={column.align} data-spare={column.isSpare}>
      <div>{column.cell(row)}</div>
    </td>
  );
}

import type { ReactNode } from "react";
import classes from "./page-header.module.css";

/** The top of a page: where one is, its one heading, a sentence, and what can be done here. */
export function PageHeader(props: {
  title: ReactNode;
  /** A line above the heading: the way back, a number, a kind. */
  above?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {props.above && <div className={classes.above}>{props.above}</div>}
        <h1 className={classes.title}>{props.title}</h1>
        {props.lead && <div className={classes.lead}>{props.lead}</div>}
      </div>
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </header>
  );
}

import type { ReactNode } from "react";
import classes from "./request-layout.module.css";

/**
 * The parts of a request's page. Read one below the other their order is: what is to be done, what
 * one looks up, what happened; where there is room what one looks up stands beside the others.
 */
export function RequestLayout(props: { first: ReactNode; aside: ReactNode; rest: ReactNode }) {
  return (
    <div className={classes.layout}>
      <div className={classes.first}>{props.first}</div>
      <div className={classes.aside}>{props.aside}</div>
      <div className={classes.rest}>{props.rest}</div>
    </div>
  );
}

import type { ReactNode } from "react";
import classes from "./request-layout.module.css";

/**
 * The parts of a request's page. Read one below the other their order is: where it stands, what it
 * asks for, what one looks up, what happened. Where there is room what one looks up stands beside
 * the others; where it stands keeps the whole width, which its drawing needs.
 */
export function RequestLayout(props: {
  state: ReactNode;
  first: ReactNode;
  aside: ReactNode;
  rest: ReactNode;
}) {
  return (
    <div className={classes.layout}>
      <div className={classes.state}>{props.state}</div>
      <div className={classes.first}>{props.first}</div>
      <div className={classes.aside}>{props.aside}</div>
      <div className={classes.rest}>{props.rest}</div>
    </div>
  );
}

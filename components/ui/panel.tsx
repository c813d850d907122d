import { type ReactNode, useId } from "react";
import classes from "./panel.module.css";

/** A titled part of a page. `flush` lets a table or list reach the edges. */
export function Panel(props: {
  title: ReactNode;
  /** The id of the section, for links within the page. */
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={classes.panel} id={props.id} aria-labelledby={headingId}>
      <div className={classes.head}>
        <div>
          <h2 className={classes.title} id={headingId}>
            {props.title}
          </h2>
          {props.lead && <p className={classes.lead}>{props.lead}</p>}
        </div>
        {props.actions}
      </div>
      <div className={props.flush ? classes.flush : classes.body}>{props.children}</div>
    </section>
  );
}

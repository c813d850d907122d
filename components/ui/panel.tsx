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
  /** The page's heading says it already: the title is only spoken. */
  isTitleSpoken?: boolean;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={classes.panel} id={props.id} aria-labelledby={headingId}>
      <div className={props.isTitleSpoken ? classes.spoken : classes.head}>
        <div>
          <h2 className={classes.title} id={headingId}>
            {props.title}
          </h2>
          {props.lead && <p className={classes.lead}>{props.lead}</p>}
        </div>
        {props.actions}
      </div>
      <div className={bodyOf(props)}>{props.children}</div>
    </section>
  );
}

function bodyOf({ flush, isTitleSpoken }: { flush?: boolean; isTitleSpoken?: boolean }) {
  if (flush) return isTitleSpoken ? undefined : classes.flush;
  return classes.body;
}

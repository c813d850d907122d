import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

/** Where nothing is yet: one sentence and the button that fills it. */
export function EmptyState(props: { sentence: ReactNode; icon?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon} aria-hidden>
        {props.icon ?? <IconInbox size={28} stroke={1.5} />}
      </span>
      <p className={classes.sentence}>{props.sentence}</p>
      {props.action}
    </div>
  );
}

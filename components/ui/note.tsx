import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./note.module.css";
import type { Tone } from "./status-chip";

const ICONS = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconInfoCircle,
  brand: IconInfoCircle,
  neutral: IconInfoCircle,
} as const;

/** Something the reader should know before going on. Not an alert: it is there from the start. */
export function Note(props: { tone: Tone; title?: ReactNode; children: ReactNode }) {
  const Icon = ICONS[props.tone];
  return (
    <div className={classes.note} data-tone={props.tone}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <div className={classes.words}>
        {props.title && <p className={classes.title}>{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}

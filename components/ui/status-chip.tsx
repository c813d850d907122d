import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./status-chip.module.css";

/** What a status means for the reader; the words always stand beside the colour. */
export type Tone = "good" | "warn" | "bad" | "info" | "brand" | "neutral";

const ICONS = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconClock,
  brand: IconInfoCircle,
  neutral: IconCircleDashed,
} as const;

export function StatusChip(props: { label: string; tone: Tone; icon?: ReactNode }) {
  const Icon = ICONS[props.tone];
  return (
    <span className={classes.chip} data-tone={props.tone}>
      {props.icon ?? <Icon size={14} stroke={2} aria-hidden />}
      {props.label}
    </span>
  );
}

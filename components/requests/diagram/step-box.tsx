import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconInfoCircle,
  IconMapPinFilled,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/status-chip";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import type { Box } from "@/lib/requests/diagram-drawing";
import { stepOf } from "@/lib/requests/lifecycle";
import { statusTone } from "../status-tone";
import classes from "./lifecycle-diagram.module.css";
import { isOver, type Place } from "./place";

// The same as a status chip shows.
const ICONS: Record<Tone, typeof IconClock> = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconClock,
  brand: IconInfoCircle,
  neutral: IconCircleDashed,
};

const LINE = 17;

/** A step of the drawing: its status, its name, who has the move, and what stands there now. */
export function StepBox(props: { box: Box; lifecycle: Lifecycle; place?: Place }) {
  const t = useTranslations("diagram");
  const party = useTranslations("requests.waiting.party");
  const { box, place } = props;
  const step = stepOf(props.lifecycle, box.id);
  const tone = statusTone(step.status);
  const here = place?.here[step.id] ?? 0;
  const hasBeen = here === 0 && place?.visited.steps.includes(step.id);
  const isGone = isOver(place, step.id);
  const Icon = here > 0 ? IconMapPinFilled : ICONS[tone];
  const words = box.lines.length + (step.waitingOn === "nobody" ? 0 : 1);
  const top = box.y + (box.height - words * LINE) / 2;
  return (
    <g data-tone={tone} data-over={isGone || undefined} className={classes.step}>
      <rect
        className={classes.box}
        data-here={here > 0 || undefined}
        data-over={isGone || undefined}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={8}
      />
      <Icon x={box.x + 10} y={top - 1} size={17} stroke={here > 0 ? undefined : 1.9} aria-hidden />
      {box.lines.map((line, index) => (
        <text key={line} className={classes.name} x={box.x + 34} y={top + 13 + index * LINE}>
          {line}
        </text>
      ))}
      {step.waitingOn !== "nobody" && (
        <text className={classes.party} x={box.x + 34} y={top + 13 + box.lines.length * LINE}>
          {party(step.waitingOn)}
        </text>
      )}
      {here > 0 && <HerePill box={box} text={t("hereCount", { count: here })} />}
      {hasBeen && (
        <IconCheck x={box.x + box.width - 24} y={top - 1} size={16} stroke={2.2} aria-hidden />
      )}
    </g>
  );
}

/** On the upper edge of the box, so that it hides no arrow. */
function HerePill({ box, text }: { box: Box; text: string }) {
  const width = 18 + text.length * 6.4;
  const x = box.x + box.width - width - 8;
  return (
    <g>
      <rect className={classes.pill} x={x} y={box.y - 9} width={width} height={18} rx={9} />
      <text className={classes.pillText} x={x + width / 2} y={box.y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

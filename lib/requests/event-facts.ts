import { isDay } from "../dates/day";
import { formatDay } from "../dates/format";
import { dutyKind } from "../obligations/kinds";

/** The words that a line of history may speak of; what its data do not hold is an empty text. */
export type EventFacts = Readonly<
  Record<
    | "units"
    | "label"
    | "to"
    | "on"
    | "unit"
    | "from"
    | "end"
    | "name"
    | "due"
    | "duty"
    | "state"
    | "why"
    | "reason"
    | "fields",
    string
  >
>;

/**
 * The facts of a line of history as they stand in its sentence, read from data that may be of any
 * shape: days in words, lists with commas.
 */
export function eventFacts(data: unknown): EventFacts {
  const known = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  return {
    units: [words(known.persons), words(known.units)].filter(Boolean).join(": "),
    label: words(known.label),
    to: words(known.to),
    on: words(known.on ?? known.endedOn),
    unit: words(known.unit),
    from: words(known.startsOn),
    end: known.endsOn === null ? "open" : words(known.endsOn),
    name: words(known.name),
    due: words(known.dueOn),
    duty: dutyIn(known) || "none",
    state: words(known.state),
    why: words(known.why) || "none",
    reason: words(known.reason),
    fields: "none",
  };
}

/** What to do, in its first sentence; of a duty without a sentence of its own, what kind it is. */
function dutyIn({ what, kind }: Record<string, unknown>): string {
  if (typeof what === "string" && what !== "")
    return (what.split(/[.!?]\s/)[0] ?? "").replace(/\.$/, "");
  return typeof kind === "string" && kind !== "" ? dutyKind(kind).name : "";
}

function words(value: unknown): string {
  if (Array.isArray(value)) {
    return [...new Set(value.filter((entry) => typeof entry === "string"))].join(", ");
  }
  if (typeof value !== "string" && typeof value !== "number") return "";
  const text = String(value);
  return isDay(text) ? formatDay(text) : text;
}

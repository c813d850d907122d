import type { Ask, Move } from "./lifecycle";

/** A move of a qualification: one of them goes by itself, and only its step and days change. */
export function qualificationMove(
  rest: Pick<Move, "id" | "label" | "from" | "to" | "by" | "asks" | "source"> & Partial<Move>,
): Move {
  return {
    scope: "item",
    permission: "request.move",
    effect: "none",
    tone: "neutral",
    ...rest,
  };
}

/** The day on which something happened. */
export function happenedOn(label: string, help?: string): Ask {
  return { id: "on", label, kind: "date", required: true, meaning: "on", ...(help && { help }) };
}

/** The last day, where whoever decides named one. */
export function lastDay(label: string, help: string): Ask {
  return { id: "endsOn", label, kind: "date", required: false, meaning: "endsOn", help };
}

/** A number or name under which it is found again. */
export function reference(label: string, rest: Partial<Ask> = {}): Ask {
  return { id: "reference", label, kind: "text", required: false, meaning: "reference", ...rest };
}

/** What the archive, a committee or an office wrote. */
export function why(help: string): Ask {
  return { id: "why", label: "Why", kind: "comment", required: true, help };
}

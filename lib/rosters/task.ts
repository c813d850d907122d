import type { RosterVerdict } from "./compare";

/** What to do about a line that is not as expected, as a duty says it. */
export function rosterTask(
  line: { value: string; verdict: RosterVerdict; person: { name: string } | null },
  place: string,
): string {
  const who = line.person?.name ?? line.value;
  switch (line.verdict) {
    case "extra":
      return `Take ${who} off ${place}, or see to what is missing for the access.`;
    case "missing":
      return `Add ${who} to ${place}, or record why the copy there is not for them.`;
    case "unknown":
      return `Find out who “${line.value}” is, and take them off ${place} unless they may open the data.`;
    case "expected":
      return `${who} is on ${place} as expected; nothing is to be done.`;
  }
}

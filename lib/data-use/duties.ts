import { isDay } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";
import type { Term, TermKey, UnitTerms } from "./terms-of-unit";

/** What a team takes on with a unit. */
export interface Duty {
  code: string;
  sentence: string;
}

const SENTENCES: Partial<Record<TermKey, (value: string | null) => string>> = {
  IRB: () => "Send the approval of your ethics committee, and renew it before it ends.",
  COL: () => "Send a letter of collaboration with the primary investigators.",
  PUB: () => "Make the results available to other researchers.",
  RTN: () => "Return results or enriched data to the source.",
  MOR: (value) =>
    `Publish nothing before ${dayInWords(value) ?? phrase("the day the agreement names")}.`,
  TS: timeLimit,
};

function dayInWords(value: string | null): string | null {
  return value !== null && isDay(value) ? formatDay(value) : null;
}

function timeLimit(value: string | null): string {
  const day = dayInWords(value);
  if (day !== null) return `End the use by ${day}.`;
  return value !== null && /^\d{1,3}$/.test(value)
    ? `End the use ${value} months after the approval.`
    : "End the use by the day the agreement names.";
}

/** What must follow when the unit is used: papers to send, results to share, days to keep. */
export function dutiesOf({ terms }: UnitTerms): Duty[] {
  const first = (term: Term, index: number) =>
    terms.findIndex(({ key, value }) => key === term.key && value === term.value) === index;
  return terms.filter(first).flatMap(({ key, code, value }) => {
    const sentence = SENTENCES[key]?.(value);
    return sentence === undefined ? [] : [{ code, sentence }];
  });
}

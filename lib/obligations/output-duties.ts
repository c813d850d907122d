import { addDays, addMonths, type Day, day } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";
import type { RequestAbout, RequestFacts } from "./request-facts";
import { lastClosed, laterOf, plus, type StandingDuty } from "./standing";

/** Days within which to acknowledge and cite; agreements name none. */
const ACKNOWLEDGE_DAYS = 30;

/**
 * What each logged output that rests on approved data asks for; somebody says that it was done. One
 * that had been out for longer than that when it was logged is beyond correction and asks nothing.
 */
export function outputDuties(
  { archive, lifecycle, grants, outputs }: RequestFacts,
  prefix: string,
  about: RequestAbout,
): StandingDuty[] {
  if (grants.length === 0) return [];
  const inTime = outputs.filter(
    ({ on, recordedOn }) => recordedOn <= addDays(on, ACKNOWLEDGE_DAYS),
  );
  return inTime.map(({ id, title, on, recordedOn }) => {
    const since = laterOf(on, recordedOn);
    const called =
      since === on ? phrase("The day of the output") : phrase("The day on which it was logged");
    return {
      ...{ ...about, subject: `${prefix}output:${id}`, kind: "acknowledge_output" },
      dueOn: addDays(since, ACKNOWLEDGE_DAYS),
      what: `See that “${title}” acknowledges and cites the data of ${archive.name} as its ${archive.words.agreement} asks, and send a copy where it asks for one.`,
      rule: `${called}, ${plus(since, ACKNOWLEDGE_DAYS, "day")}. The ${ACKNOWLEDGE_DAYS} days are ours.`,
      source: archive.renewal(lifecycle.id).source,
    };
  });
}

/** The next quarter end at which outputs are looked through, where a report will ask for them. */
export function outputLog(
  { archive, lifecycle, request, grants, closed }: RequestFacts,
  prefix: string,
  about: RequestAbout,
): StandingDuty[] {
  const renewal = archive.renewal(lifecycle.id);
  const log = renewal.how === "not_renewable" ? undefined : renewal.outputLog;
  const starts = grants.filter(({ endedOn }) => endedOn === null).map(({ startsOn }) => startsOn);
  const [first] = starts.toSorted();
  if (!log || !first) return [];
  const subject = `${prefix}outputs`;
  const last = lastClosed(closed, subject, log.kind);
  const since = last
    ? laterOf(last.dueOn, last.closedOn)
    : addDays(laterOf(first, request.recordedOn), -1);
  const dueOn = quarterEndAfter(since);
  return [
    {
      ...{ ...about, subject, kind: log.kind, what: log.what, source: log.source, dueOn },
      rule: `The end of the quarter, ${formatDay(dueOn)}, while an approval stands; each quarter is our figure.`,
    },
  ];
}

/** The first last day of a quarter that comes after a day. */
function quarterEndAfter(since: Day): Day {
  const next = addDays(since, 1);
  const firstMonth = Math.floor((Number(next.slice(5, 7)) - 1) / 3) * 3 + 1;
  const start = day(`${next.slice(0, 4)}-${String(firstMonth).padStart(2, "0")}-01`);
  return addDays(addMonths(start, 3), -1);
}

import fc from "fast-check";
import { addDays, day } from "../dates/day";
import type { Entry, Span } from "./entry";

const START = day("2020-01-01");

/** For tests: any day of twenty years. */
export const anyDay = fc.integer({ min: 0, max: 7_300 }).map((days) => addDays(START, days));

const anySpan: fc.Arbitrary<Span> = fc
  .record({
    id: fc.uuid(),
    from: anyDay,
    days: fc.option(fc.integer({ min: 0, max: 1_500 })),
    end: fc.constantFrom("clock", "revoked", "closed", "replaced"),
  })
  .map(({ id, from, days, end }) =>
    days === null
      ? { id, from, before: null, end: null }
      : { id, from, before: addDays(from, days), end: end as Span["end"] },
  );

/** For tests: stretches and duties of every kind, each with an id of its own. */
export const anyEntries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("access", "credential", "agreement", "account", "duty"),
      spans: fc.array(anySpan, { maxLength: 4 }),
      due: anyDay,
      mails: fc.array(fc.record({ on: anyDay, isSent: fc.boolean() }), { maxLength: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ kind, spans, due, mails }, at): Entry => {
      const isDuty = kind === "duty";
      return {
        ...{ id: String(at), kind: kind as Entry["kind"], what: `Entry ${at}`, holder: null },
        ...{ request: null, isShared: false, place: { kind: "institution" } },
        spans: isDuty ? [] : spans.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        due: isDuty
          ? { on: due, state: "open", reminders: mails.map((mail) => ({ ...mail, to: [] })) }
          : null,
      };
    }),
  );

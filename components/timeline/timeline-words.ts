import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { Entry, Reminder, Span, Standing } from "@/lib/timeline/entry";
import type { Bar } from "@/lib/timeline/layout";
import { lastDay } from "@/lib/timeline/standing";
import type { Grouping } from "@/lib/timeline/view-query";

/** What the timeline says: of chart, list and screen reader the same. */
export type TimelineWords = ReturnType<typeof useTimelineWords>;

/** The words of the timeline, for client and plain server components. */
export function useTimelineWords(today: Day) {
  const t = useTranslations("timeline");
  const access = useTranslations("readiness.status");
  const duties = useTranslations("duties.state");
  const dates = useDates();
  return useMemo(() => {
    const period = (span: Span) => {
      const last = lastDay(span);
      const from = dates.day(span.from);
      return last
        ? t("period.until", { from, last: dates.dayWithDistance(last, today) })
        : t("period.open", { from });
    };
    const standing = (of: Standing) =>
      of === "planned" || of === "renewed" ? t(`standing.${of}`) : access(of);
    const argumentsOf = (entry: Entry, bar: Bar) => ({
      what: entry.what,
      holder: entry.holder ?? "",
      request: entry.request === null ? "" : writeNumber(entry.request),
      when: whenOf(bar.standing),
      period: period(bar.span),
    });
    const dueOf = ({ what, holder, due }: Entry) => ({
      ...{ what, holder: holder ?? "" },
      isOpen: due?.state === "done" || due?.state === "missed" ? "no" : "yes",
      day: due ? dates.dayWithDistance(due.on, today) : "",
      state: due ? duties(due.state) : "",
    });
    const plain = (chunks: string) => chunks;
    return {
      dates,
      standing,
      dutyState: duties,
      /** One sentence about a bar. */
      sentence: (entry: Entry, bar: Bar) =>
        t.markup(`sentence.${formOf(entry, bar)}`, { ...argumentsOf(entry, bar), link: plain }),
      /** The same with what it is as a link. */
      linked: (entry: Entry, bar: Bar, link: (chunks: ReactNode) => ReactNode) =>
        t.rich(`sentence.${formOf(entry, bar)}`, { ...argumentsOf(entry, bar), link }),
      due: (entry: Entry) => t.markup("sentence.due", { ...dueOf(entry), link: plain }),
      /** For where its state stands beside it. */
      linkedDue: (entry: Entry, link: (chunks: ReactNode) => ReactNode) =>
        t.rich("sentence.dueListed", { ...dueOf(entry), link }),
      /** What mail went and what is to come, a sentence for each circle of readers. */
      mails: ({ due }: Entry) => {
        const circles = Map.groupBy(due?.reminders ?? [], ({ isSent, to }: Reminder) =>
          JSON.stringify([isSent, to]),
        );
        return [...circles.values()].map((all) =>
          t(all[0]?.isSent ? "sentence.sent" : "sentence.toCome", {
            days: dates.list(all.map(({ on }) => dates.day(on))),
            names: dates.list(all[0]?.to ?? []),
          }),
        );
      },
      renewalFiled: t("sentence.renewalFiled"),
      /** What stands in a bar: what the heading of its row does not say already. */
      label: (entry: Entry, grouping: Grouping, group: string) => {
        const whose = entry.holder ?? (entry.request === null ? null : writeNumber(entry.request));
        if (grouping === "person" || entry.kind === "agreement" || whose === null) {
          return entry.what;
        }
        const { what } = entry;
        return `${whose} · ${what.startsWith(`${group} `) ? what.slice(group.length + 1) : what}`;
      },
    };
  }, [t, access, duties, dates, today]);
}

function whenOf(standing: Standing): "past" | "now" | "future" {
  if (standing === "planned") return "future";
  return standing === "ready" || standing === "ready_ending" ? "now" : "past";
}

function formOf({ kind, holder, isShared }: Entry, { span }: Bar) {
  if (kind === "access") {
    if (holder === null) return "request";
    return isShared ? "named" : "own";
  }
  if (kind === "agreement") return holder === null ? "agreement" : "naming";
  if (kind === "account") return "account";
  if (span.isWaived) return holder === null ? "waivedHere" : "waived";
  return holder === null ? "institution" : "credential";
}

import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Dates } from "@/lib/dates/dates-in";
import type { AccessCell, ShownReason } from "@/lib/readiness/access-view";
import { writeNumber } from "@/lib/requests/number";
import type { Say } from "@/lib/said/say";

/** The words that sentences about access are made of. */
export interface AccessMessages {
  t: ReturnType<typeof useTranslations<"readiness">>;
  party: ReturnType<typeof useTranslations<"requests.waiting">>;
  dates: Dates;
  /** For the archives' names of what is asked for. */
  say: Say;
}

/** How reasons, remarks and verdicts read. */
export interface ReasonWords {
  /** Why one condition is not met, as a sentence. */
  sentence(reason: ShownReason): string;
  /** Who has the next move; null where only time helps. */
  who(reason: ShownReason): string | null;
  /** What the link to the cure says. `name` is whose page it may lead to. */
  cure(reason: ShownReason, name: string): string;
  remark(remark: AccessCell["remarks"][number]): string;
  /** Until when somebody may open it and what ends it, or that they may not. */
  verdict(cell: AccessCell): string;
}

/** Sentences about access in the reader's language; `me` is the person who reads them. */
export function reasonWords(words: AccessMessages, me?: string): ReasonWords {
  const { t, party, dates, say } = words;
  const partyOf = (reason: ShownReason) =>
    reason.personId !== null && reason.personId === me
      ? t("act.you")
      : (reason.personName ?? party(`party.${reason.party}`));
  return {
    sentence: (reason) =>
      t(`reason.${reason.code}`, {
        what: say(reason.what),
        kind: reason.kind,
        day: reason.on === null ? "" : dates.day(reason.on),
        hasDay: reason.on === null ? "no" : "yes",
        clock: say(reason.clock ?? ""),
        hasClock: reason.clock === undefined ? "no" : "yes",
        step: say(reason.pending?.label ?? ""),
        party: partyOf(reason),
        versions: reason.otherVersions.join(", "),
      }),
    who: (reason) => (reason.party === "nobody" ? null : partyOf(reason)),
    cure: ({ place }, name) => {
      if (place.kind === "person" && place.id === me) return t("cure.me");
      const number = place.kind === "request" ? writeNumber(place.number) : "";
      return t(`cure.${place.kind}`, { name, number });
    },
    remark: ({ code, what, on }) =>
      t(`remark.${code}`, { what: say(what), day: on === null ? "" : dates.day(on) }),
    verdict: (cell) => verdictSentence(words, cell),
  };
}

function verdictSentence({ t, dates, say }: AccessMessages, cell: AccessCell): string {
  const { until, endsBy, reasons } = cell;
  if (reasons.length > 0) return t("shut", { count: reasons.length });
  if (until === null) return t("open.noEnd");
  return t("open.until", {
    date: dates.day(until),
    what: say(endsBy?.what ?? ""),
    clock: say(endsBy?.clock ?? ""),
    how: endsBy?.begins ? "begins" : endsBy?.clock === undefined ? "ends" : "clock",
  });
}

/** The sentences about access, in components. */
export function useReasonWords(me?: string): ReasonWords {
  const t = useTranslations("readiness");
  const party = useTranslations("requests.waiting");
  const [dates, say] = [useDates(), useSay()];
  return reasonWords({ t, party, dates, say }, me);
}

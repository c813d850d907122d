import { useTranslations } from "next-intl";
import { formatDay } from "@/lib/dates/format";
import type { AccessCell, ShownReason } from "@/lib/readiness/access-view";
import { writeNumber } from "@/lib/requests/filter";

/** The words that sentences about access are made of. */
export interface AccessMessages {
  t: ReturnType<typeof useTranslations<"readiness">>;
  party: ReturnType<typeof useTranslations<"requests.waiting">>;
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
export function reasonWords({ t, party }: AccessMessages, me?: string): ReasonWords {
  const partyOf = (reason: ShownReason) =>
    reason.personId !== null && reason.personId === me
      ? t("act.you")
      : (reason.personName ?? party(`party.${reason.party}`));
  return {
    sentence: (reason) =>
      t(`reason.${reason.code}`, {
        what: reason.what,
        kind: reason.kind,
        day: reason.on === null ? "" : formatDay(reason.on),
        hasDay: reason.on === null ? "no" : "yes",
        clock: reason.clock ?? "",
        hasClock: reason.clock === undefined ? "no" : "yes",
        step: reason.pending?.label ?? "",
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
      t(`remark.${code}`, { what, day: on === null ? "" : formatDay(on) }),
    verdict: (cell) => verdictSentence(t, cell),
  };
}

function verdictSentence(t: AccessMessages["t"], cell: AccessCell): string {
  const { until, endsBy, reasons } = cell;
  if (reasons.length > 0) return t("shut", { count: reasons.length });
  if (until === null) return t("open.noEnd");
  return t("open.until", {
    date: formatDay(until),
    what: endsBy?.what ?? "",
    clock: endsBy?.clock ?? "",
    how: endsBy?.begins ? "begins" : endsBy?.clock === undefined ? "ends" : "clock",
  });
}

/** The sentences about access, in components. */
export function useReasonWords(me?: string): ReasonWords {
  const t = useTranslations("readiness");
  const party = useTranslations("requests.waiting");
  return reasonWords({ t, party }, me);
}

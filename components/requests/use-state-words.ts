import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import type { StateSentence } from "@/lib/requests/state-sentence";

/** The sentence of a request's state in the reader's language. */
export function useStateWords(): (said: StateSentence, about: StateAbout) => string {
  const t = useTranslations("requestPage.state");
  const you = useTranslations("requestPage")("you");
  const dates = useDates();
  return ({ key, names, on, until, usualDays, ...said }, { archive, today }) => {
    // How far off an end is belongs to it; of what is over the day says enough.
    const isEnd = key === "openTo" || key === "openToNobody" || key === "later";
    const inWords = (day: Day) => (isEnd ? dates.dayWithDistance(day, today) : dates.day(day));
    return t(key, {
      who: said.who,
      party: said.party,
      days: said.days,
      missing: said.missing,
      archive,
      // Oneself first: it is what a reader looks for.
      names: dates.list(said.who === "youAnd" ? [you, ...names] : names),
      count: names.length,
      usual: usualDays ?? 0,
      isLate: usualDays !== null && said.days > usualDays ? "yes" : "no",
      on: on === null ? "none" : inWords(on),
      until: until === null ? "none" : dates.dayWithDistance(until, today),
    });
  };
}

interface StateAbout {
  /** The name of the archive. */
  archive: string;
  today: Day;
}

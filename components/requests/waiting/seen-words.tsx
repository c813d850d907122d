import { useFormatter, useTranslations } from "next-intl";
import { FEWEST, type Spread } from "@/lib/requests/durations";

/** How long a team has seen something take, in words; nothing where it never saw it. */
export function SeenWords({ seen }: { seen: Spread | undefined }) {
  const t = useTranslations("waiting.seen");
  const format = useFormatter();
  if (!seen || seen.n === 0) return null;
  if (!seen.quartiles) return t("few", { n: seen.n, fewest: FEWEST });
  const days = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const { lower, median, upper } = seen.quartiles;
  return t("spread", {
    ...{ median: days(median), lower: days(lower), upper: days(upper), n: seen.n },
  });
}

import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import type { RuleSetting, RuleValues } from "@/lib/archives/qualification";
import { isDay } from "@/lib/dates/day";
import classes from "./archive-rules.module.css";

/** The words for the value of a rule setting. */
export function useRuleWords(): (kind: RuleSetting["kind"], value: RuleValues[string]) => string {
  const t = useTranslations("rules");
  const dates = useDates();
  return (kind, value) => {
    if (kind === "yes") return t(value === true ? "yes" : "no");
    if (value === null || value === "") return t("notSet");
    if (kind === "days") return t("days", { days: Number(value) });
    const text = String(value);
    return isDay(text) ? dates.day(text) : text;
  };
}

/** Where the rule is told of, as far as anybody does. */
export function RuleSource({ source }: { source: string }) {
  const t = useTranslations("rules");
  return (
    <details className={classes.source}>
      <summary>{t("source")}</summary>
      {source}
    </details>
  );
}

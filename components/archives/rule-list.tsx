import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { RuleSetting } from "@/lib/archives/qualification";
import classes from "./archive-guide.module.css";
import { SourceText } from "./source-text";

/** Rules that no public source confirms, with what we take them to be until somebody knows. */
export function RuleList({ rules }: { rules: readonly RuleSetting[] }) {
  const t = useTranslations("archivePage.rules");
  const say = useSay();
  const initial = ({ initial: value, kind }: RuleSetting) => {
    if (value === null) return t("unset");
    if (kind === "yes") return value ? t("yes") : t("no");
    return kind === "days" ? t("days", { days: Number(value) }) : String(value);
  };
  return (
    <ul className={classes.points}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <StatusChip label={t("unverified")} tone="warn" /> <b>{say(rule.label)}</b>:{" "}
          {initial(rule)}. {say(rule.help)}{" "}
          <span className={classes.small}>
            <SourceText text={rule.source} />
          </span>
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import type { Field } from "@/lib/archives/form";
import classes from "./question.module.css";

/** Where the guidance of a section comes from, folded away until somebody doubts it. */
export function Sources({ fields }: { fields: readonly Field[] }) {
  const t = useTranslations("requests.form");
  const sources = [...new Set(fields.flatMap(({ source }) => source ?? []))];
  if (sources.length === 0) return null;
  return (
    <details className={classes.sources}>
      <summary>{t("sources")}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source}>
            {source.startsWith("https://") && !source.includes(" ") ? (
              <ExternalLink href={source}>{source}</ExternalLink>
            ) : (
              source
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

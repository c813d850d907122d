import { useTranslations } from "next-intl";
import { useSay } from "@/components/words/say";
import { type Term, termsOfUnit } from "@/lib/data-use/terms-of-unit";
import classes from "./unit-terms.module.css";

/** What the consent code and the ontology's terms of a unit mean, each part in words. */
export function UnitTermList({ unit }: { unit: { consentCode: string | null; duo: string[] } }) {
  const t = useTranslations("fit");
  const { terms, unknown } = termsOfUnit(unit);
  if (terms.length === 0 && unknown.length === 0) return null;
  return (
    <dl className={classes.terms}>
      {terms.map((term) => (
        <div key={`${term.code} ${term.value}`}>
          <dt>{term.code}</dt>
          <dd>
            <TermMeaning {...term} />
          </dd>
        </div>
      ))}
      {unknown.map((code) => (
        <div key={code}>
          <dt>{code}</dt>
          <dd>{t("unknownTerm")}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is named behind a colon (countries, a project) stays as the archive wrote it. */
function TermMeaning({ meaning, value, todo }: Term) {
  const say = useSay();
  const named = value === null || !meaning.endsWith(`: ${value}`) ? "" : `: ${value}`;
  const words = say(named === "" ? meaning : meaning.slice(0, -named.length));
  return `${words}${named}${todo === null ? "" : ` (${say(todo)})`}`;
}

import { useTranslations } from "next-intl";
import { termsOfUnit } from "@/lib/data-use/terms-of-unit";
import classes from "./unit-terms.module.css";

/** What the consent code and the ontology's terms of a unit mean, each part in words. */
export function UnitTermList({ unit }: { unit: { consentCode: string | null; duo: string[] } }) {
  const t = useTranslations("fit");
  const { terms, unknown } = termsOfUnit(unit);
  if (terms.length === 0 && unknown.length === 0) return null;
  return (
    <dl className={classes.terms}>
      {terms.map(({ code, meaning, todo }) => (
        <div key={code}>
          <dt>{code}</dt>
          <dd>{todo === null ? meaning : `${meaning} (${todo})`}</dd>
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

import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { PageLink } from "@/components/ui/page-link";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@/lib/languages";

/** Each language in which a mail is written, as links to how it reads there. */
export function TemplateLanguages(props: { path: string; shown: Language }) {
  const t = useTranslations("mailSettings.template");
  return (
    <nav aria-label={t("languages")}>
      <ul className={classes.tabs}>
        {LANGUAGES.map((language) => (
          <li key={language}>
            <PageLink
              href={`${props.path}?language=${language}`}
              aria-current={language === props.shown ? "page" : undefined}
              lang={language}
            >
              {LANGUAGE_NAMES[language]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useTranslations } from "next-intl";
import classes from "./skip-link.module.css";

/** The id of each page's main part. */
export const CONTENT_ID = "content";

/** The first stop of the Tab key: jumps over the navigation. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href={`#${CONTENT_ID}`} className={classes.skip}>
      {t("skip")}
    </a>
  );
}

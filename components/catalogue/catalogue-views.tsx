import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { PageLink } from "@/components/ui/page-link";
import classes from "./catalogue-views.module.css";

/** What the catalogue lists. */
export const VIEWS = ["datasets", "papers", "archives"] as const;
export type View = (typeof VIEWS)[number];

/** Data sets, papers, archives: links with counts, the present one marked. */
export function CatalogueViews(props: {
  view: View;
  counts: Record<View, number>;
  hrefOf: (view: View) => string;
  /** The list without its filters; null when none is set. */
  clearHref: string | null;
}) {
  const t = useTranslations("catalogue.views");
  return (
    <nav aria-label={t("label")} className={classes.views}>
      {VIEWS.map((view) => (
        <PageLink
          key={view}
          href={props.hrefOf(view)}
          className={classes.view}
          aria-current={view === props.view ? "page" : undefined}
        >
          {t(view)} <span className={classes.count}>{props.counts[view]}</span>
        </PageLink>
      ))}
      {props.clearHref && (
        <TextLink href={props.clearHref} className={classes.clear}>
          {t("clear")}
        </TextLink>
      )}
    </nav>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import type { Cursor } from "@/lib/lists/cursor";
import classes from "./list-frame.module.css";
import { ListPager } from "./list-pager";
import { allHref, type ListPlace } from "./list-place";
import { QueryProblems } from "./query-problems";

/**
 * A list on its page: search, tabs, menus, then what was found and the ways to its other pages. How
 * many were found is said aloud whenever it changes.
 */
export function ListFrame(props: {
  place: ListPlace;
  search: ReactNode;
  tabs: ReactNode;
  /** Views, display and export. */
  menus: ReactNode;
  total: number;
  previous: Cursor | null;
  next: Cursor | null;
  children: ReactNode;
}) {
  const t = useTranslations("lists");
  const { place, total } = props;
  return (
    <div className={classes.frame}>
      <div className={classes.top}>
        <div className={classes.search}>{props.search}</div>
        <div className={classes.menus}>{props.menus}</div>
      </div>
      <div className={classes.narrow}>
        {props.tabs}
        <p role="status" className={classes.found}>
          {t("found", { count: total })}
        </p>
      </div>
      <QueryProblems shape={place.shape} q={place.view.q} />
      {total === 0 ? (
        <EmptyState
          sentence={t("none")}
          action={
            <ButtonLink variant="default" href={allHref(place)}>
              {t("showAll")}
            </ButtonLink>
          }
        />
      ) : (
        props.children
      )}
      <ListPager place={place} previous={props.previous} next={props.next} />
    </div>
  );
}

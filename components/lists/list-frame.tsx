import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import type { KnownValues } from "@/lib/lists/complete";
import type { ListPage } from "@/lib/lists/page";
import type { KnownNames } from "@/lib/services/known-names";
import { DisplayMenu } from "./display-menu";
import classes from "./list-frame.module.css";
import { ListPager } from "./list-pager";
import { allHref, type ListPlace } from "./list-place";
import { ListSearch } from "./list-search";
import { ListTabs, type Switch } from "./list-tabs";
import { QueryProblems } from "./query-problems";
import { useKnown } from "./use-known";

/** A list of the team on its page: what every list is given. */
export interface Listed {
  place: ListPlace;
  page: Omit<ListPage<unknown>, "rows">;
  names: KnownNames;
  /** Views and files. */
  menus: ReactNode;
  children: ReactNode;
}

interface Props extends Listed {
  /** What each field means, by name. */
  fields: Readonly<Record<string, string>>;
  /** The words of each column, and of each order that no column shows. */
  columns: Readonly<Record<string, string>>;
  /** The values of the list's own fields; those of the tabs' field are its tabs. */
  known: KnownValues;
  switches?: readonly Switch[];
}

/**
 * A list on its page: search, tabs, menus, then what was found and the ways to its other pages. How
 * many were found is said aloud whenever it changes.
 */
export function ListFrame(props: Props) {
  const t = useTranslations("lists");
  const { place, page, columns } = props;
  const own = useTranslations(`lists.${place.shape.id}`);
  const known = useKnown(place.shape, props.names, props.known);
  return (
    <div className={classes.frame}>
      <div className={classes.top}>
        <div className={classes.search}>
          <ListSearch
            {...{ place, fields: props.fields, known }}
            label={own("find")}
            placeholder={own("placeholder")}
          />
        </div>
        <div className={classes.menus}>
          {props.menus}
          <DisplayMenu place={place} columns={columns} />
        </div>
      </div>
      <div className={classes.narrow}>
        <ListTabs
          {...{ place, counts: page.counts, all: page.all, switches: props.switches }}
          label={own("tabs")}
          tabs={known[place.shape.tabs] ?? []}
        />
        <p role="status" className={classes.found}>
          {t("found", { count: page.total })}
        </p>
      </div>
      <QueryProblems shape={place.shape} q={place.view.q} />
      {page.total === 0 ? (
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
      <ListPager place={place} previous={page.previous} next={page.next} />
    </div>
  );
}

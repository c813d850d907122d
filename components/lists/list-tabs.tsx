import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import type { KnownValue } from "@/lib/lists/complete";
import { parseQuery, valuesOf } from "@/lib/lists/query";
import { type ListPlace, narrowedHref } from "./list-place";

/** A search that is pressed on and off: one value of a field. */
export interface Switch {
  field: string;
  value: string;
  label: string;
}

/**
 * The states of a list with their counts, which are filters too, and one switch for what needs the
 * reader. Links, so that each can be opened and sent by itself.
 */
export function ListTabs(props: {
  place: ListPlace;
  label: string;
  /** Those without a row are left out, unless they are chosen. */
  tabs: readonly KnownValue[];
  /** How many rows each has under the rest of the search, by value. */
  counts: Readonly<Record<string, number>>;
  /** How many rows there are whatever their state. */
  all: number;
  switches?: readonly Switch[] | undefined;
}) {
  const t = useTranslations("lists");
  const { place, tabs, counts, switches = [] } = props;
  const query = parseQuery(place.shape, place.view.q);
  const field = place.shape.tabs;
  const isAsked = query.clauses.some((clause) => clause.field === field);
  const chosen = valuesOf(query, field);
  const isChosen = (value: string) => chosen.length === 1 && chosen[0] === value;
  return (
    <nav aria-label={props.label}>
      <ul className={classes.tabs} data-line>
        <li>
          <TabLink href={narrowedHref(place, field, [])} isOn={!isAsked}>
            {t("all")} <span>{props.all}</span>
          </TabLink>
        </li>
        {tabs
          .filter(({ value }) => counts[value] || isChosen(value))
          .map(({ value, label }) => (
            <li key={value}>
              <TabLink href={narrowedHref(place, field, [value])} isOn={isChosen(value)}>
                {label} <span>{counts[value] ?? 0}</span>
              </TabLink>
            </li>
          ))}
        {switches.map(({ field: name, value, label }) => {
          const isOn = valuesOf(query, name).includes(value);
          return (
            <li key={name} className={classes.switch}>
              <TabLink href={narrowedHref(place, name, isOn ? [] : [value])} isOn={isOn}>
                {label}
              </TabLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function TabLink(props: { href: string; isOn: boolean; children: React.ReactNode }) {
  return (
    <TextLink href={props.href} aria-current={props.isOn ? "true" : undefined} underline="never">
      {props.children}
    </TextLink>
  );
}

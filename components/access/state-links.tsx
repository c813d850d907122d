import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import type { AccessFilter } from "@/lib/readiness/access-query";
import type { AccessMatrix } from "@/lib/readiness/access-view";
import { ACCESS_STATUSES } from "@/lib/readiness/verdict";
import { accessPath } from "./access-paths";

/** How many pairs have which state, each a link that shows only those. */
export function StateLinks(props: {
  team: string;
  filter: AccessFilter;
  counts: AccessMatrix["counts"];
}) {
  const { team, filter, counts } = props;
  const t = useTranslations("access.filter");
  const words = useTranslations("readiness.status");
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const states = ACCESS_STATUSES.filter((state) => counts[state] > 0 || state === filter.state);
  return (
    <nav aria-label={t("states")}>
      <ul className={classes.tabs}>
        {[undefined, ...states].map((state) => (
          <li key={state ?? "any"}>
            <TextLink
              href={accessPath(team, { ...filter, state })}
              aria-current={state === filter.state ? "page" : undefined}
              underline="never"
            >
              {state ? words(state) : t("any")} <span>{state ? counts[state] : all}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

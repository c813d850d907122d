import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { type DutyFilter, LISTED_STATES, ME } from "@/lib/duties/filter";
import type { DutyPage } from "@/lib/services/duty-pages";
import { dutiesPath } from "./duty-path";
import { type DutyChoices, DutySelects } from "./duty-selects";

interface Props extends DutyChoices {
  team: string;
  filter: DutyFilter;
  counts: DutyPage["counts"];
}

/** States with their counts as links, and a form that works without JavaScript. */
export function DutyFilterForm(props: Props) {
  const t = useTranslations("duties.filter");
  const { team, filter } = props;
  const { state } = filter;
  return (
    <div className={classes.filter}>
      <StateLinks {...props} />
      <search aria-label={t("label")}>
        <form action={dutiesPath(team)} className={classes.form}>
          {state !== "open" && <input type="hidden" name="state" value={state} />}
          <DutySelects {...props} clear={dutiesPath(team, { state })} />
        </form>
      </search>
    </div>
  );
}

/** One link for each state, and one that narrows them to the reader's own. */
function StateLinks({ team, filter, counts }: Props) {
  const t = useTranslations("duties.filter");
  const { person, ...others } = filter;
  const isMine = person === ME;
  return (
    <nav aria-label={t("states")}>
      <ul className={classes.tabs}>
        {LISTED_STATES.map((state) => (
          <li key={state}>
            <TextLink
              href={dutiesPath(team, { ...filter, state, page: 1 })}
              aria-current={filter.state === state ? "page" : undefined}
            >
              {t(`state.${state}`)} <span>{counts[state]}</span>
            </TextLink>
          </li>
        ))}
        <li>
          <TextLink
            href={dutiesPath(team, { ...others, page: 1, ...(!isMine && { person: ME }) })}
            aria-current={isMine ? "true" : undefined}
          >
            {t("onlyMine")}
          </TextLink>
        </li>
      </ul>
    </nav>
  );
}

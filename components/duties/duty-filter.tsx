import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { type DutyFilter, LISTED_STATES, ME } from "@/lib/duties/filter";
import { DUTY_GROUPS } from "@/lib/obligations/kinds";
import type { DutyPage } from "@/lib/services/duty-pages";
import { dutiesPath } from "./duty-path";

interface Props {
  team: string;
  filter: DutyFilter;
  counts: DutyPage["counts"];
  /** Everybody of the team but the reader. */
  people: readonly { id: string; name: string }[];
  archives: readonly { code: string; name: string }[];
}

/** States with their counts as links, and a form that works without JavaScript. */
export function DutyFilterForm(props: Props) {
  const t = useTranslations("duties.filter");
  const { team, filter } = props;
  const { state, person, archive, group } = filter;
  const isFiltered = person !== undefined || archive !== undefined || group !== undefined;
  return (
    <div className={classes.filter}>
      <StateLinks {...props} />
      <search aria-label={t("label")}>
        <form action={dutiesPath(team)} className={classes.form}>
          {state !== "open" && <input type="hidden" name="state" value={state} />}
          <NativeSelect
            key={`person ${person}`}
            name="person"
            label={t("person")}
            defaultValue={person ?? ""}
            data={[
              { value: "", label: t("everybody") },
              { value: ME, label: t("mine") },
              ...props.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <NativeSelect
            key={`archive ${archive}`}
            name="archive"
            label={t("archive")}
            defaultValue={archive ?? ""}
            data={[
              { value: "", label: t("all") },
              ...props.archives.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
          <NativeSelect
            key={`group ${group}`}
            name="group"
            label={t("group")}
            defaultValue={group ?? ""}
            data={[
              { value: "", label: t("all") },
              ...DUTY_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) })),
            ]}
          />
          <Button type="submit" variant="default">
            {t("apply")}
          </Button>
          {isFiltered && (
            <TextLink href={dutiesPath(team, { state })} className={classes.clear}>
              {t("clear")}
            </TextLink>
          )}
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

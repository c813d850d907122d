import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { ME } from "@/lib/duties/filter";
import { DUTY_GROUPS } from "@/lib/obligations/kinds";
import type { CalendarFilter } from "@/lib/services/calendar";
import { calendarPath } from "./calendar-path";

/** Whose duties, of which archive and about what; a form that works without JavaScript. */
export function CalendarFilterForm(props: {
  team: string;
  filter: CalendarFilter;
  /** Everybody of the team but the reader. */
  people: readonly { id: string; name: string }[];
  archives: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("calendar.filter");
  const groups = useTranslations("duties.filter.groups");
  const { team, filter } = props;
  const { person, archive, group } = filter;
  return (
    <search aria-label={t("label")} className={classes.filter}>
      <form action={calendarPath(team)} className={classes.form}>
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
            ...DUTY_GROUPS.map((value) => ({ value, label: groups(value) })),
          ]}
        />
        <Button type="submit" variant="default">
          {t("apply")}
        </Button>
        {(person ?? archive ?? group) && (
          <TextLink href={calendarPath(team)} className={classes.clear}>
            {t("clear")}
          </TextLink>
        )}
      </form>
    </search>
  );
}

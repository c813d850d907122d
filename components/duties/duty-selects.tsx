import { Button, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { type CalendarFilter, ME } from "@/lib/calendar/filter";
import { DUTY_GROUPS } from "@/lib/obligations/kinds";

/** Those among whom duties are looked for. */
export interface DutyChoices {
  /** Everybody of the team but the reader. */
  people: readonly { id: string; name: string }[];
  archives: readonly { code: string; name: string }[];
}

/**
 * The fields of a form that narrows duties to a person, an archive and a kind, with its button and
 * the way back, `clear`. Works without JavaScript.
 */
export function DutySelects(
  props: DutyChoices & {
    filter: CalendarFilter;
    clear: string;
  },
) {
  const t = useTranslations("duties.filter");
  const { person, archive, group } = props.filter;
  const isFiltered = person !== undefined || archive !== undefined || group !== undefined;
  return (
    <>
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
        <TextLink href={props.clear} className={classes.clear}>
          {t("clear")}
        </TextLink>
      )}
    </>
  );
}

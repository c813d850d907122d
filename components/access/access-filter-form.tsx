"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayInput } from "@/components/ui/day-input";
import filterClasses from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import type { Day } from "@/lib/dates/day";
import { dayProblem } from "@/lib/dates/day-problem";
import type { AccessFilter } from "@/lib/readiness/access-query";
import classes from "./access-filter-form.module.css";
import { accessPath } from "./access-paths";

/** What the access page shows, as a form whose answers stand in the address. */
export function AccessFilterForm(props: {
  team: string;
  filter: AccessFilter;
  /** The day as it stands in the address, also one that does not exist. */
  typedDay: string;
  today: Day;
  archives: readonly { code: string; name: string }[];
}) {
  const t = useTranslations("access.filter");
  const { team, filter } = props;
  const [day, setDay] = useState(props.typedDay);
  const problem = day === "" ? null : dayProblem(day);
  const query = accessPath(team, { ...filter, state: undefined });
  return (
    <search aria-label={t("label")}>
      <form action={accessPath(team)} className={classes.form}>
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <TextInput
          type="search"
          name="data"
          label={t("data")}
          placeholder={t("dataPlaceholder")}
          defaultValue={filter.data}
          maxLength={200}
          autoComplete="off"
        />
        <TextInput
          type="search"
          name="person"
          label={t("person")}
          placeholder={t("personPlaceholder")}
          defaultValue={filter.person}
          maxLength={200}
          autoComplete="off"
        />
        <NativeSelect
          name="archive"
          label={t("archive")}
          defaultValue={filter.archive ?? ""}
          data={[
            { value: "", label: t("allArchives") },
            ...props.archives.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <DayInput
          name="on"
          label={t("on")}
          placeholder={props.today}
          value={day}
          onChange={setDay}
          error={problem}
        />
        <NativeSelect
          name="units"
          label={t("units")}
          defaultValue={filter.units}
          data={[
            { value: "ours", label: t("unitsOurs") },
            { value: "all", label: t("unitsAll") },
          ]}
        />
        <NativeSelect
          name="people"
          label={t("people")}
          defaultValue={filter.people}
          data={[
            { value: "here", label: t("peopleHere") },
            { value: "all", label: t("peopleAll") },
          ]}
        />
        <div className={classes.buttons}>
          <Button type="submit" variant="default">
            {t("apply")}
          </Button>
          {query !== accessPath(team) && (
            <TextLink
              href={accessPath(team, { state: filter.state })}
              className={filterClasses.clear}
            >
              {t("clear")}
            </TextLink>
          )}
        </div>
      </form>
    </search>
  );
}

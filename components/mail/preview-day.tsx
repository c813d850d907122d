"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayInput } from "@/components/ui/day-input";
import { dayProblem } from "@/lib/dates/day-problem";
import classes from "./inset.module.css";

/** Chooses the day whose run is shown; the answer stands in the address. */
export function PreviewDay({ path, typed }: { path: string; typed: string }) {
  const t = useTranslations("mailSettings.preview");
  const [day, setDay] = useState(typed);
  return (
    <search aria-label={t("choose")} className={classes.inset}>
      <form action={`${path}#preview`}>
        <Group align="end" gap="sm">
          <DayInput
            name="on"
            label={t("day")}
            value={day}
            onChange={setDay}
            error={day === "" ? null : dayProblem(day)}
          />
          <Button type="submit" variant="default">
            {t("show")}
          </Button>
        </Group>
      </form>
    </search>
  );
}

"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayInput } from "@/components/ui/day-input";
import { departurePath } from "./departure-path";

/** Asks for the last day and loads what would follow from it. Nothing is written by that. */
export function LastDayForm(props: {
  team: string;
  personId: string;
  /** As it was asked for, whether it is a day or not. */
  asked: string;
  problem: string | null;
}) {
  const t = useTranslations("departure.day");
  const [on, setOn] = useState(props.asked);
  return (
    <form action={departurePath(props.team, props.personId)}>
      <Group align="flex-end" gap="md">
        <DayInput
          id="last-day"
          name="on"
          label={t("label")}
          description={t("hint")}
          error={props.problem}
          value={on}
          onChange={setOn}
          maw="20rem"
        />
        <Button type="submit" variant="default">
          {t("show")}
        </Button>
      </Group>
    </form>
  );
}

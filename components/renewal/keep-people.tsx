"use client";

import { Stack, Switch, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import { keepKey } from "@/lib/requests/keeps";
import type { RenewalPerson } from "@/lib/services/renewal-view";
import type { RenewalValues } from "./renewal-values";

/** Everybody whom the last approved round named: kept or dropped, and what follows. */
export function KeepPeople({ people, today }: { people: readonly RenewalPerson[]; today: Day }) {
  const t = useTranslations("renewal.people");
  if (people.length === 0) return <Text>{t("none")}</Text>;
  return (
    <Stack gap="md">
      {people.map((person) => (
        <KeepPerson key={keepKey(person)} person={person} today={today} />
      ))}
    </Stack>
  );
}

function KeepPerson({ person, today }: { person: RenewalPerson; today: Day }) {
  const t = useTranslations("renewal.people");
  const words = useTranslations("requests.page.function");
  const dates = useDates();
  const { control } = useFormContext<RenewalValues>();
  const name = `keeps.${keepKey(person)}` as const;
  const isKept = useWatch({ control, name });
  const leaving =
    person.leavesOn && t("leaves", { day: dates.dayWithDistance(person.leavesOn, today) });
  const consequence = isKept ? null : person.follows.join(" ");
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Switch
          name={field.name}
          ref={field.ref}
          checked={field.value}
          onChange={(event) => field.onChange(event.currentTarget.checked)}
          onBlur={field.onBlur}
          disabled={person.mustStay !== null && field.value}
          label={t("keep", { name: person.name, function: words(person.function) })}
          description={
            [person.mustStay, leaving, consequence && t("follows", { what: consequence })]
              .filter(Boolean)
              .join(" ") || undefined
          }
        />
      )}
    />
  );
}

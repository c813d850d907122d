"use client";

import { Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { timeZones } from "@/components/forms/time-zones";
import { useSchema } from "@/components/forms/use-schema";
import { type Failure, useSending } from "@/components/forms/use-sending";
import { DayInput } from "@/components/ui/day-input";
import type { ActionResult } from "@/lib/action";
import { COUNTRIES } from "@/lib/archives/countries";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/languages";
import { PERSON_FIELDS, type PersonFacts, type PersonFields, personForm } from "@/lib/people/forms";
import { RANKS } from "@/lib/people/rank";
import type { TeamPerson } from "@/lib/services/people";
import { TheirVersion } from "./their-version";

/** Sends the form; `version` is the one it was based on, null for a new person. */
type SavePerson = (fields: PersonFields, version: number | null) => Promise<ActionResult<unknown>>;

export function PersonForm(props: {
  start: PersonFields;
  version: number | null;
  /** True when the address is the one this person signs in with. */
  isAddressLocked: boolean;
  save: SavePerson;
  onSaved: (name: string) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("people.fields");
  const ranks = useTranslations("people.ranks");
  const prefix = useId();
  const [version, setVersion] = useState(props.version);
  const [theirs, setTheirs] = useState<TeamPerson | null>(null);
  const { send, isSending, failure } = useSending();
  const form = useForm<PersonFields, unknown, PersonFacts>({
    resolver: useSchema(personForm),
    defaultValues: props.start,
  });
  const choices = {
    rank: RANKS.map((value) => ({ value, label: ranks(value) })),
    country: COUNTRIES,
  };
  const text = (name: (typeof PERSON_FIELDS)[number]) => ({
    id: prefix + name,
    label: t(name),
    error: form.formState.errors[name]?.message,
    ...form.register(name),
  });

  function refused({ code, fields, details }: Failure) {
    for (const name of PERSON_FIELDS) {
      const message = fields?.[`person.${name}`];
      if (message) form.setError(name, { message });
    }
    if (code !== "CONFLICT") return;
    const { current } = details as { current: TeamPerson };
    setTheirs(current);
    // Saving once more is then a decision made with both texts in view.
    setVersion(current.version);
  }

  const submit = form.handleSubmit(() => {
    const fields = form.getValues();
    send(
      () => props.save(fields, version),
      () => props.onSaved(fields.name),
      refused,
    );
  });

  return (
    <Form onSend={submit}>
      <Stack>
        <FormProblem
          failure={failure}
          labels={Object.fromEntries(PERSON_FIELDS.map((name) => [`person.${name}`, t(name)]))}
          idOf={(field) => prefix + field.replace("person.", "")}
        />
        {theirs && <TheirVersion theirs={theirs} mine={form.getValues()} />}
        <TextInput {...text("name")} required data-autofocus />
        <TextInput
          {...text("email")}
          type="email"
          readOnly={props.isAddressLocked}
          description={t(props.isAddressLocked ? "emailLocked" : "emailHint")}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...text("position")} description={t("positionHint")} />
          <TextInput {...text("institution")} description={"\u00a0"} />
          {(["rank", "country"] as const).map((name) => (
            <Controller
              key={name}
              name={name}
              control={form.control}
              render={({ field, fieldState }) => (
                <Select
                  {...field}
                  id={prefix + name}
                  label={t(name)}
                  description={t(`${name}Hint`)}
                  data={choices[name]}
                  searchable
                  clearable
                  error={fieldState.error?.message}
                  value={field.value || null}
                  onChange={(value) => field.onChange(value ?? "")}
                />
              )}
            />
          ))}
          {(["startsOn", "endsOn"] as const).map((name) => (
            <Controller
              key={name}
              name={name}
              control={form.control}
              render={({ field, fieldState }) => (
                <DayInput
                  id={prefix + name}
                  label={t(name)}
                  description={name === "endsOn" ? t("endsOnHint") : "\u00a0"}
                  required={name === "startsOn"}
                  error={fieldState.error?.message}
                  {...field}
                />
              )}
            />
          ))}
        </SimpleGrid>
        <Controller
          name="timeZone"
          control={form.control}
          render={({ field, fieldState }) => (
            <Select
              id={prefix + field.name}
              label={t("timeZone")}
              description={t("timeZoneHint")}
              data={timeZones(props.start.timeZone)}
              searchable
              allowDeselect={false}
              error={fieldState.error?.message}
              {...field}
            />
          )}
        />
        <Controller
          name="language"
          control={form.control}
          render={({ field, fieldState }) => (
            <Select
              id={prefix + field.name}
              label={t("language")}
              description={t("languageHint")}
              data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              allowDeselect={false}
              error={fieldState.error?.message}
              {...field}
            />
          )}
        />
        <FormEnd onCancel={props.onCancel} isSending={isSending} />
      </Stack>
    </Form>
  );
}

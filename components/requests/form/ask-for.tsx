"use client";

import { Checkbox, Select, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ITEMS_SECTION } from "@/lib/requests/revision";
import { readTitle, TITLE_MAX } from "@/lib/requests/title";
import { questionId } from "../question-id";
import type { FormPerson, FormUnit, FormValues } from "./form-values";
import { LockReason } from "./locked-section";
import { useSectionLock } from "./locks";
import classes from "./question.module.css";
import { SectionAsks } from "./section-asks";

/** So many units of other data sets are shown as boxes; more are looked for by typing. */
const MOST_BOXES = 4;
const FRAME = { root: classes.root, label: classes.label, description: classes.guide };

interface Props {
  units: readonly FormUnit[];
  people: readonly FormPerson[];
  /** What has been handed in and can no longer be taken off here. */
  fixed: { unitIds: readonly string[]; personIds: readonly string[] };
  itemPerPerson: boolean;
  unitWord: string;
}

/** The first part of every form: its name, the data asked for, and at PhysioNet for whom. */
export function AskFor(props: Props) {
  const t = useTranslations("requests.form");
  const { lock, asks } = useSectionLock(ITEMS_SECTION);
  return (
    <div className={classes.fields}>
      <TitleQuestion example={props.units[0]?.dataset ?? ""} />
      <div>
        <SectionAsks asks={asks} />
        {lock && <LockReason lock={lock} section={ITEMS_SECTION} title={t("what")} />}
        <fieldset disabled={lock !== null} className={classes.fields} aria-label={t("what")}>
          <UnitsQuestion {...props} />
          {props.itemPerPerson && <PersonsQuestion {...props} />}
        </fieldset>
      </div>
    </div>
  );
}

function TitleQuestion({ example }: { example: string }) {
  const t = useTranslations("requests.form.title");
  const { field, fieldState } = useController<FormValues, "title">({
    name: "title",
    rules: {
      validate: (typed) => {
        const read = readTitle(typed);
        return read.ok || read.message;
      },
    },
  });
  return (
    <div id={questionId("title")} className={classes.frame}>
      <TextInput
        label={t("label")}
        description={t("guide")}
        placeholder={example}
        maxLength={TITLE_MAX * 2}
        autoComplete="off"
        classNames={FRAME}
        error={fieldState.error?.message}
        {...field}
      />
    </div>
  );
}

function UnitsQuestion({ units, fixed, unitWord }: Props) {
  const t = useTranslations("requests.form.units");
  const { field, fieldState } = useController<FormValues, "unitIds">({
    name: "unitIds",
    rules: { validate: (ids) => ids.length > 0 || t("none") },
  });
  const [first] = units;
  const isNear = (unit: FormUnit) => unit.dataset === first?.dataset;
  const others = units.filter((unit) => !isNear(unit) && !field.value.includes(unit.id));
  const areBoxes = others.length <= MOST_BOXES;
  const shown = units.filter((unit) => areBoxes || !others.includes(unit));
  return (
    <div id={questionId("unitIds")} className={classes.frame}>
      <Checkbox.Group
        label={t("label", { unit: unitWord })}
        description={t("guide")}
        classNames={FRAME}
        error={fieldState.error?.message}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
      >
        <div className={classes.options}>
          {shown.map((unit) => (
            <Checkbox
              key={unit.id}
              value={unit.id}
              label={unit.name}
              description={detailsOf(unit)}
              disabled={fixed.unitIds.includes(unit.id)}
            />
          ))}
          {!areBoxes && (
            <Select
              aria-label={t("add")}
              placeholder={t("add")}
              data={others.map((unit) => ({
                value: unit.id,
                label: [unit.name, detailsOf(unit)].filter(Boolean).join(" · "),
              }))}
              value={null}
              onChange={(id) => id && field.onChange([...field.value, id])}
              searchable
              maw="28rem"
              mt="xs"
            />
          )}
        </div>
      </Checkbox.Group>
    </div>
  );
}

function detailsOf(unit: FormUnit): string {
  const parts = unit.name.includes(unit.code) ? [unit.dac] : [unit.code, unit.dac];
  return parts.filter(Boolean).join(" · ");
}

function PersonsQuestion({ people, fixed }: Props) {
  const t = useTranslations("requests.form.persons");
  const { field, fieldState } = useController<FormValues, "personIds">({
    name: "personIds",
    rules: { validate: (ids) => ids.length > 0 || t("none") },
  });
  const shown = people.filter(({ id, hasLeft }) => !hasLeft || field.value.includes(id));
  return (
    <div id={questionId("personIds")} className={classes.frame}>
      <Checkbox.Group
        label={t("label")}
        description={t("guide")}
        classNames={FRAME}
        error={fieldState.error?.message}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
      >
        <div className={classes.options}>
          {shown.map((person) => (
            <Checkbox
              key={person.id}
              value={person.id}
              label={person.name}
              description={person.note}
              disabled={fixed.personIds.includes(person.id)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}

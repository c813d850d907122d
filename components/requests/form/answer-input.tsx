"use client";

import { Checkbox, MultiSelect, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayInput } from "@/components/ui/day-input";
import type { AnswerValue, Field } from "@/lib/archives/form";
import { mostCharacters } from "@/lib/requests/answer";
import type { AnswerControl, FormPerson } from "./form-values";
import classes from "./question.module.css";

/** More options than these are looked for by typing rather than read. */
const MOST_RADIOS = 6;

interface Props {
  field: Field;
  value: AnswerValue;
  control: AnswerControl;
  people: readonly FormPerson[];
  label: ReactNode;
  error?: string;
}

/** The input that fits the kind of a question. */
export function AnswerInput(props: Props) {
  switch (props.field.kind) {
    case "checkbox":
      return <TickInput {...props} />;
    case "select":
      return (props.field.options ?? []).length > MOST_RADIOS ? (
        <SearchInput {...props} />
      ) : (
        <RadioInput {...props} />
      );
    case "multiselect":
      return <TicksInput {...props} />;
    case "person":
    case "people":
      return <PeopleInput {...props} />;
    default:
      return <WrittenInput {...props} />;
  }
}

const FRAME = { root: classes.root, label: classes.label, description: classes.guide };

/** What every input shows around itself. */
function frame({ field, label, error, control }: Props) {
  return {
    label,
    error,
    description: field.guidance,
    classNames: FRAME,
    required: field.required,
    withAsterisk: false,
    name: control.name,
    onBlur: control.onBlur,
  };
}

function WrittenInput(props: Props) {
  const { field, control } = props;
  const value = typeof props.value === "string" ? props.value : "";
  if (field.kind === "date") {
    return <DayInput {...frame(props)} value={value} onChange={control.onChange} />;
  }
  if (field.kind === "textarea") {
    return (
      <Textarea
        {...frame(props)}
        value={value}
        onChange={control.onChange}
        autosize
        minRows={4}
        maxRows={24}
        inputContainer={(input) => (
          <div>
            {input}
            <Counter field={field} value={value} />
          </div>
        )}
      />
    );
  }
  return (
    <TextInput
      {...frame(props)}
      value={value}
      onChange={control.onChange}
      autoComplete="off"
      inputMode={field.kind === "email" || field.kind === "url" ? field.kind : undefined}
    />
  );
}

/** Characters used of those that fit, and words where the archive counts them. */
function Counter({ field, value }: { field: Field; value: string }) {
  const t = useTranslations("requests.form");
  const most = mostCharacters(field);
  const used = Array.from(value.trim()).length;
  const words = value.trim() === "" ? 0 : value.trim().split(/\s+/).length;
  return (
    <div className={classes.below}>
      {field.minWords !== undefined && <span>{t("words", { words, least: field.minWords })}</span>}
      <span className={classes.counter} data-over={used > most || undefined}>
        {t("characters", { used, most })}
      </span>
    </div>
  );
}

function TickInput({ field, label, error, value, control }: Props) {
  return (
    <Checkbox
      label={label}
      error={error}
      description={field.guidance}
      classNames={{
        body: `${classes.root} ${classes.tick}`,
        labelWrapper: classes.tickWords,
        label: classes.label,
        description: classes.guide,
      }}
      name={control.name}
      checked={value === true}
      onChange={(event) => control.onChange(event.currentTarget.checked)}
      onBlur={control.onBlur}
    />
  );
}

function RadioInput(props: Props) {
  const { field, value, control } = props;
  return (
    <Radio.Group
      {...frame(props)}
      value={typeof value === "string" ? value : ""}
      onChange={control.onChange}
    >
      <div className={classes.options}>
        {field.options?.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

function SearchInput(props: Props) {
  const { field, value, control } = props;
  return (
    <Select
      {...frame(props)}
      data={field.options?.map((option) => ({ ...option }))}
      value={typeof value === "string" && value !== "" ? value : null}
      onChange={(chosen) => control.onChange(chosen ?? "")}
      searchable
      clearable={!field.required}
    />
  );
}

function TicksInput(props: Props) {
  const { field, value, control } = props;
  return (
    <Checkbox.Group
      {...frame(props)}
      value={Array.isArray(value) ? value : []}
      onChange={control.onChange}
    >
      <div className={classes.options}>
        {field.options?.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function PeopleInput(props: Props) {
  const t = useTranslations("requests.form");
  const { field, value, control } = props;
  const chosen = Array.isArray(value) ? value : [String(value)];
  // Who has left is not offered, but who was chosen before stays in sight.
  const data = props.people
    .filter(({ id, hasLeft }) => !hasLeft || chosen.includes(id))
    .map(({ id, name, note, hasLeft }) => ({
      value: id,
      label: [name, hasLeft ? t("left") : note].filter(Boolean).join(" · "),
    }));
  const shared = { ...frame(props), data, searchable: true, nothingFoundMessage: t("noPerson") };
  return field.kind === "people" ? (
    <MultiSelect {...shared} value={chosen.filter(Boolean)} onChange={control.onChange} />
  ) : (
    <Select
      {...shared}
      value={chosen[0] || null}
      onChange={(id) => control.onChange(id ?? "")}
      clearable
      clearButtonProps={{ "aria-label": t("clear", { field: field.label }) }}
    />
  );
}

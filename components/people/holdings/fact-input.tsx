"use client";

import { Checkbox, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DayInput } from "@/components/ui/day-input";
import type { FactField, FactValues } from "./fact-fields";
import classes from "./fact-form.module.css";

/** As wide as what is typed; what is said about it takes all the room. */
const SHORT = { classNames: { wrapper: classes.short } };

/** One question of a dialog. */
export function FactInput(props: {
  id: string;
  field: FactField;
  value: FactValues[string] | undefined;
  error?: string;
  /** Takes the focus when the dialog opens. */
  isFirst: boolean;
  onChange: (value: FactValues[string]) => void;
}) {
  const t = useTranslations("forms");
  const { field, value, onChange } = props;
  const text = typeof value === "string" ? value : "";
  const shared = {
    id: props.id,
    label: field.required ? field.label : `${field.label} (${t("optional")})`,
    description: field.help,
    error: props.error,
    required: field.required,
    withAsterisk: false,
    "data-autofocus": props.isFirst || undefined,
  };
  if (field.kind === "checkbox") {
    return (
      <Checkbox
        {...shared}
        label={field.label}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (field.kind === "date") {
    return <DayInput {...shared} {...SHORT} value={text} onChange={onChange} />;
  }
  if (field.kind === "select") {
    return (
      <Select
        {...shared}
        data={field.options ?? []}
        searchable={isLong(field)}
        // Among the answers may be an empty one: "all".
        value={field.options?.some((option) => option.value === text) ? text : null}
        onChange={(chosen) => onChange(chosen ?? "")}
        allowDeselect={!field.required}
      />
    );
  }
  if (field.kind === "multiselect") {
    return (
      <MultiSelect
        {...shared}
        data={field.options ?? []}
        searchable={isLong(field)}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
      />
    );
  }
  const typed = (event: { currentTarget: { value: string } }) =>
    onChange(event.currentTarget.value);
  if (field.kind === "comment") {
    return <Textarea {...shared} value={text} onChange={typed} autosize minRows={3} maxRows={12} />;
  }
  return (
    <TextInput
      {...shared}
      value={text}
      onChange={typed}
      placeholder={field.example}
      inputMode={field.kind === "days" ? "numeric" : undefined}
      autoComplete="off"
      {...(field.kind === "days" && SHORT)}
    />
  );
}

/** With so many options people rather type than look. */
function isLong({ options }: FactField): boolean {
  return (options?.length ?? 0) > 8;
}

"use client";

import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { later } from "./later";

const DayPicker = later(() => import("./day-picker").then((module) => module.DayPicker));

/**
 * A calendar day as text, with a calendar to pick it from. What is typed stays as it is typed,
 * also a day that does not exist: whoever reads the form says so, instead of a silent correction.
 */
export function DayInput({
  value,
  onChange,
  ...input
}: Omit<TextInputProps, "value" | "onChange" | "rightSection"> & {
  value: string;
  onChange: (text: string) => void;
}) {
  const t = useTranslations("ui.day");
  const [isOpen, setOpen] = useState(false);
  const picked = exists(value) ? value : null;
  return (
    <TextInput
      placeholder={t("pattern")}
      autoComplete="off"
      inputMode="numeric"
      maxLength={40}
      {...input}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-end">
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("open")}
              onClick={() => setOpen((open) => !open)}
              disabled={input.disabled}
            >
              <IconCalendar size={18} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DayPicker
              picked={picked}
              onPick={(day) => {
                if (day) onChange(day);
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

function exists(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

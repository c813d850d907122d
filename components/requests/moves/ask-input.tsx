"use client";

import { Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { DayInput } from "@/components/ui/day-input";
import { useSay } from "@/components/words/say";
import type { Ask } from "@/lib/archives/lifecycle";
import type { MoveValues } from "./move-values";

/** One question of a move; the first one of a dialog takes the focus. */
export function AskInput({ ask, isFirst }: { ask: Ask; isFirst: boolean }) {
  const t = useTranslations("requests.move");
  const say = useSay();
  const { field, fieldState } = useController<MoveValues, `answers.${string}`>({
    name: `answers.${ask.id}`,
  });
  const shared = {
    ...field,
    label: ask.required ? say(ask.label) : `${say(ask.label)} ${t("optional")}`,
    description: ask.help && say(ask.help),
    error: fieldState.error?.message && say(fieldState.error.message),
    required: ask.required,
    withAsterisk: false,
    "data-autofocus": isFirst || undefined,
  };
  if (ask.kind === "date") {
    return <DayInput {...shared} maw="14rem" />;
  }
  if (ask.kind === "comment") return <Textarea {...shared} autosize minRows={3} maxRows={12} />;
  return (
    <TextInput
      {...shared}
      placeholder={ask.example}
      inputMode={ask.kind === "days" ? "numeric" : undefined}
      autoComplete="off"
      maw={ask.kind === "days" ? "10rem" : "20rem"}
    />
  );
}

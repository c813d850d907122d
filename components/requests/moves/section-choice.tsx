"use client";

import { Checkbox, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import { ITEMS_SECTION } from "@/lib/requests/revision";
import type { MoveValues } from "./move-values";
import classes from "./section-choice.module.css";

/** Which sections of the form are sent back, each with its own comment; none means all of it. */
export function SectionChoice({ archive, lifecycle }: { archive: Archive; lifecycle: string }) {
  const t = useTranslations("rounds.sendBack");
  const say = useSay();
  const sections = [
    { id: ITEMS_SECTION, title: t("items") },
    ...archive.sections(lifecycle).map(({ id, title }) => ({ id, title: say(title) })),
  ];
  return (
    <fieldset className={classes.choice}>
      <legend>{t("label")}</legend>
      <p>{t("help")}</p>
      {sections.map((section) => (
        <SectionTick key={section.id} {...section} />
      ))}
    </fieldset>
  );
}

function SectionTick({ id, title }: { id: string; title: string }) {
  const t = useTranslations("rounds.sendBack");
  const tick = useController<MoveValues, `sections.${string}.isBack`>({
    name: `sections.${id}.isBack`,
  });
  const { field, fieldState } = useController<MoveValues, `sections.${string}.comment`>({
    name: `sections.${id}.comment`,
  });
  const isBack = useWatch<MoveValues, `sections.${string}.isBack`>({
    name: `sections.${id}.isBack`,
  });
  return (
    <>
      <Checkbox
        label={title}
        checked={isBack === true}
        onChange={(event) => tick.field.onChange(event.currentTarget.checked)}
        onBlur={tick.field.onBlur}
        name={tick.field.name}
      />
      {isBack && (
        <Textarea
          {...field}
          label={t("comment", { section: title })}
          error={fieldState.error?.message}
          autosize
          minRows={2}
          maxRows={8}
          ms="xl"
        />
      )}
    </>
  );
}

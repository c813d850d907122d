"use client";

import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import { type AmendmentChoices, useAmendmentFields } from "./amendment-fields";

/** The button that prepares a change of a live approval, and its dialog. */
export function PrepareAmendment(props: {
  team: string;
  requestId: string;
  today: string;
  choices: AmendmentChoices;
  prepare: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const { team, requestId, today } = props;
  const t = useTranslations("amendments.prepare");
  const { fieldsFor, changeOf } = useAmendmentFields(props.choices);
  return (
    <FactDialog
      team={team}
      label={t("label")}
      variant="filled"
      size="compact-md"
      leftSection={<IconPlus size={16} aria-hidden />}
      form={{
        title: t("title"),
        intro: t("intro"),
        fieldsFor,
        start: { "change.effect": "add", "change.on": today },
        submit: t("save"),
        send: ({ values, commandId }) =>
          props.prepare(team, {
            ...{ commandId, requestId, what: textOf(values, "what") },
            change: changeOf(values),
          }),
        done: t("done"),
      }}
    />
  );
}

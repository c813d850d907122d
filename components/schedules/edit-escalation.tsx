"use client";

import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import type { EscalationFacts } from "@/lib/services/escalation";

/** The button that says whom to turn to when nobody takes a duty. */
export function EditEscalation(props: {
  team: string;
  escalation: EscalationFacts;
  people: readonly { value: string; label: string }[];
  set: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("schedules.escalation");
  const { team, escalation, people } = props;
  const { secondContact, afterDays, version } = escalation;
  return (
    <FactDialog
      team={team}
      label={t("change")}
      form={{
        ...{ title: t("title"), intro: t("intro") },
        fieldsFor: () => [
          {
            ...{
              path: "secondContactId",
              label: t("second"),
              kind: "select",
              help: t("secondHelp"),
            },
            options: people,
          },
          {
            ...{ path: "afterDays", label: t("after"), kind: "days", required: true },
            help: t("afterHelp"),
          },
        ],
        start: { secondContactId: secondContact?.id ?? "", afterDays: String(afterDays) },
        send: ({ values }) =>
          props.set(team, {
            version,
            secondContactId: textOf(values, "secondContactId"),
            afterDays: textOf(values, "afterDays"),
          }),
        done: t("done"),
      }}
    />
  );
}

"use client";

import type { ButtonProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";

interface Props extends Pick<ButtonProps, "size" | "mt" | "variant"> {
  team: string;
  duty: { id: string; what: string };
  today: string;
  settle: (input: unknown) => Promise<ActionResult<unknown>>;
}

/** The button that records that a duty was done, and its dialog. */
export function SettleDuty({ team, duty, today, settle, ...button }: Props) {
  const t = useTranslations("duties.settle");
  const say = useSay();
  return (
    <FactDialog
      {...button}
      team={team}
      label={t("button")}
      spokenLabel={t("label", { what: say(duty.what) })}
      form={{
        title: t("title"),
        intro: say(duty.what),
        fieldsFor: () => [
          { path: "doneOn", label: t("doneOn"), kind: "date", required: true },
          { path: "how", label: t("how"), kind: "comment" },
        ],
        start: { doneOn: today },
        proof: { label: t("proof") },
        submit: t("save"),
        send: ({ values, documentId }) =>
          settle({
            ...{ id: duty.id, doneOn: textOf(values, "doneOn"), how: textOf(values, "how") },
            documentId,
          }),
        done: t("settled"),
      }}
    />
  );
}

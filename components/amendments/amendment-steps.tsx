"use client";

import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { textOf } from "@/components/people/holdings/fact-fields";
import type { ActionResult } from "@/lib/action";
import type { AmendmentStep } from "@/lib/amendments/state";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** The server actions that move an amendment on; those that the reader may not send are absent. */
export interface SendAmendment {
  ask?: Send;
  decide?: Send;
  record?: Send;
  withdraw?: Send;
}

interface Props {
  team: string;
  today: string;
  amendment: { id: string; version: number; number: number };
  send: SendAmendment;
}

/** What can be done with an amendment next, as buttons. */
export function AmendmentSteps({ next, ...props }: Props & { next: readonly AmendmentStep[] }) {
  const offered = next.filter((step) => props.send[step]);
  if (offered.length === 0) return null;
  return (
    <Group gap="xs">
      {offered.map((step) => (
        <Step key={`${step} ${props.amendment.version}`} step={step} {...props} />
      ))}
    </Group>
  );
}

function Step({ step, team, today, amendment, send }: Props & { step: AmendmentStep }) {
  const t = useTranslations("amendments.step");
  const { id, version, number } = amendment;
  const on = { path: "on", label: t(`${step}.on`), kind: "date", required: true } as const;
  const outcome = {
    ...({ path: "outcome", label: t("decide.outcome"), kind: "select", required: true } as const),
    options: (["approved", "refused"] as const).map((value) => ({
      value,
      label: t(`decide.${value}`),
    })),
  };
  const isPapered = step === "decide" || step === "record";
  return (
    <FactDialog
      team={team}
      label={t(`${step}.label`)}
      spokenLabel={t("spoken", { label: t(`${step}.label`), number })}
      size="compact-sm"
      variant={step === "withdraw" ? "subtle" : "default"}
      form={{
        title: t(`${step}.title`),
        intro: t(`${step}.intro`),
        fieldsFor: () => (step === "ask" ? [on] : step === "decide" ? [outcome, on] : []),
        start: { on: today },
        isDanger: step === "withdraw",
        submit: t(`${step}.label`),
        ...(isPapered && { proof: { label: t("paper") } }),
        send: ({ values, documentId }) => {
          const work = send[step];
          if (!work) throw new Error(`Nobody may ${step}`);
          return work(team, {
            ...{ id, version },
            ...(step === "ask" && { on: textOf(values, "on") }),
            ...(step === "decide" && {
              ...{ on: textOf(values, "on"), outcome: textOf(values, "outcome") },
            }),
            ...(isPapered && { documentId }),
          });
        },
        done: t(`${step}.done`),
      }}
    />
  );
}

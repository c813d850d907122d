"use client";

import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { type FactField, textOf } from "@/components/people/holdings/fact-fields";
import { useSay } from "@/components/words/say";
import { CLOSE_OUT_REASONS, type CloseOutStep } from "@/lib/archives/close-out";
import type { Day } from "@/lib/dates/day";
import type { SendCloseOut } from "./send-close-out";

/** Begins a close-out. */
export function StartCloseOut(props: {
  team: string;
  request: { id: string; number: string };
  send: SendCloseOut;
}) {
  const t = useTranslations("closeOut.start");
  const say = useSay();
  const { team, request, send } = props;
  const asked: FactField[] = [
    {
      ...{ path: "reason", label: t("reason"), kind: "select", required: true },
      options: CLOSE_OUT_REASONS.map(({ value, label }) => ({ value, label: say(label) })),
    },
    { path: "note", label: t("note"), kind: "text" },
  ];
  return (
    <FactDialog
      team={team}
      variant="filled"
      label={t("label")}
      form={{
        title: t("title", { number: request.number }),
        intro: t("intro"),
        fieldsFor: () => asked,
        start: { reason: "completed" },
        submit: t("label"),
        send: ({ values, commandId }) =>
          send.start(team, {
            ...{ commandId, requestId: request.id },
            ...{ reason: textOf(values, "reason"), note: textOf(values, "note") },
          }),
        done: t("done"),
      }}
    />
  );
}

/** Records one step with its answers and its paper. */
export function RecordStep(props: {
  team: string;
  closeOut: { id: string; version: number };
  step: Omit<CloseOutStep, "source">;
  today: Day;
  send: SendCloseOut;
}) {
  const t = useTranslations("closeOut");
  const say = useSay();
  const { team, closeOut, step, send } = props;
  const path = (id: string) => `answers.${id}`;
  const asked: FactField[] = step.asks.map(({ id, label, kind, required, help }) => ({
    ...{ path: path(id), label: say(label), kind, required, help: help && say(help) },
  }));
  return (
    <FactDialog
      team={team}
      variant="filled"
      label={t("record")}
      spokenLabel={`${t("record")}: ${say(step.label)}`}
      form={{
        title: t("recordTitle", { label: say(step.label) }),
        intro: say(step.guidance),
        fieldsFor: () => asked,
        start: { [path("on")]: props.today },
        ...(step.paper && { proof: { label: say(step.paper), isRequired: true } }),
        send: ({ values, documentId, commandId }) =>
          send.record(team, {
            ...{ commandId, id: closeOut.id, version: closeOut.version, step: step.id, documentId },
            answers: Object.fromEntries(
              step.asks.map(({ id }) => [id, textOf(values, path(id))] as const),
            ),
          }),
        done: t("recorded"),
      }}
    />
  );
}

/** Gives a close-out up. */
export function CancelCloseOut(props: {
  team: string;
  closeOut: { id: string; version: number };
  number: string;
  send: SendCloseOut;
}) {
  const t = useTranslations("closeOut.cancel");
  const { team, closeOut, number, send } = props;
  const { id, version } = closeOut;
  return (
    <FactDialog
      team={team}
      label={t("label")}
      form={{
        title: t("title", { number }),
        intro: t("intro"),
        fieldsFor: () => [{ path: "why", label: t("why"), kind: "text", required: true }],
        start: {},
        ...{ submit: t("yes"), isDanger: true },
        send: ({ values }) => send.cancel(team, { id, version, why: textOf(values, "why") }),
        done: t("done"),
      }}
    />
  );
}

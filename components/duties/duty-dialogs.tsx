"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { FactDialog } from "@/components/agreements/fact-dialog";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { textOf } from "@/components/people/holdings/fact-fields";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";

type Send = (input: unknown) => Promise<ActionResult<unknown>>;

interface Props {
  team: string;
  duty: { id: string; what: string; dueOn: Day };
  send: Send;
}

/** Says that the reader sees to the duty. */
export function AcknowledgeDuty(props: Props) {
  const t = useTranslations("duties.acknowledge");
  return <AtOnce {...props} label={t("button")} done={t("done")} />;
}

/** Lets the reader's reminders come again before their day. */
export function WakeDuty(props: Props) {
  const t = useTranslations("duties.wake");
  return <AtOnce {...props} label={t("button")} done={t("done")} />;
}

/** A button that needs no answer. */
function AtOnce({ duty, send, label, done }: Props & { label: string; done: string }) {
  const { send: sendOff, isSending } = useSending();
  const tell = useTell();
  const t = useTranslations("forms");
  return (
    <Button
      variant="default"
      loading={isSending}
      onClick={() =>
        sendOff(
          () => send({ id: duty.id }),
          () => tell(done),
          ({ code, message }) => tell(code === "UNREACHABLE" ? t("unreachable") : message),
        )
      }
    >
      {label}
    </Button>
  );
}

/** Lets the reader's reminders rest until a day. */
export function SnoozeDuty({ team, duty, send }: Props) {
  const t = useTranslations("duties.snooze");
  const dates = useDates();
  const { id, dueOn } = duty;
  return (
    <FactDialog
      team={team}
      label={t("button")}
      form={{
        title: t("title"),
        intro: t("intro", { date: dates.day(dueOn) }),
        fieldsFor: () => [{ path: "until", label: t("until"), kind: "date", required: true }],
        start: {},
        send: ({ values }) => send({ id, dueOn, until: textOf(values, "until") }),
        done: t("done"),
      }}
    />
  );
}

/** Says that a duty does not apply, or that it was not done and will not be. */
export function DropDuty({ team, duty, send, as }: Props & { as: "not_applicable" | "missed" }) {
  const t = useTranslations(`duties.drop.${as}`);
  return (
    <FactDialog
      team={team}
      label={t("button")}
      form={{
        ...{ title: t("title"), intro: t("intro") },
        fieldsFor: () => [{ path: "why", label: t("why"), kind: "text", required: true }],
        ...{ start: {}, submit: t("save"), isDanger: true },
        send: ({ values }) => send({ id: duty.id, as, why: textOf(values, "why") }),
        done: t("done"),
      }}
    />
  );
}

/** Opens a duty again that was closed by mistake. */
export function ReopenDuty({ team, duty, send }: Props) {
  const t = useTranslations("duties.reopen");
  return (
    <FactDialog
      team={team}
      label={t("button")}
      form={{
        ...{ title: t("title"), intro: t("intro") },
        fieldsFor: () => [{ path: "why", label: t("why"), kind: "text", required: true }],
        ...{ start: {}, submit: t("save") },
        send: ({ values }) => send({ id: duty.id, why: textOf(values, "why") }),
        done: t("done"),
      }}
    />
  );
}

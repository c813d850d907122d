"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { Ticked } from "@/components/lists/selection";
import { SelectionBar } from "@/components/lists/selection-bar";
import { focusedButton } from "@/components/ui/focused-button";
import { later } from "@/components/ui/later";
import type { Outcome } from "@/lib/lists/outcome";
import type { SendDuties, TickableDuty } from "./tickable-duty";

const DutiesDialog = later(
  () => import("./duties-dialog").then((module) => module.DutiesDialog),
  null,
);

interface Props {
  team: string;
  ticked: Ticked<TickableDuty>;
  send: SendDuties;
}

/** What is asked of which duties, as they were when it was asked, and what became of them. */
interface Asked {
  key: string;
  deed: keyof SendDuties;
  duties: readonly TickableDuty[];
  /** Null until it is answered; kept only where something was refused. */
  outcomes: readonly Outcome[] | null;
  opener: HTMLElement | null;
}

/** How many duties are ticked, and what can be done with all of them. */
export function DutyBar({ team, ticked, send }: Props) {
  const t = useTranslations("duties.bulk");
  const dialog = useDialog(ticked);
  const count = ticked.rows.length;
  const acknowledge = useAcknowledging(dialog.finish, (ids) => send.acknowledge(team, { ids }));
  return (
    <>
      <SelectionBar ticked={ticked} label={t("label")} count={t("count", { count })}>
        <Button
          variant="default"
          loading={acknowledge.isSending}
          onClick={() => acknowledge.start(dialog.ask("acknowledge"))}
        >
          {t("acknowledge.button", { count })}
        </Button>
        <Button variant="default" onClick={() => dialog.open(dialog.ask("snooze"))}>
          {t("snooze.button")}
        </Button>
      </SelectionBar>
      {dialog.asked && (
        <DutiesDialog
          {...dialog.asked}
          key={dialog.asked.key}
          snooze={(input) => send.snooze(team, input)}
          isOpen={dialog.isOpen}
          onDone={dialog.onDone}
          onClose={dialog.close}
          giveFocusBack={() => ticked.giveFocusBack(dialog.asked?.opener ?? null)}
        />
      )}
    </>
  );
}

/** The dialog that asks, and that tells what was refused; where nothing was, a word in the corner. */
function useDialog(ticked: Ticked<TickableDuty>) {
  const t = useTranslations("duties.bulk");
  const tell = useTell();
  const [asked, setAsked] = useState<Asked>();
  const [isOpen, setOpen] = useState(false);
  const open = (one: Asked) => {
    setAsked(one);
    setOpen(true);
  };
  const finish = (one: Asked, outcomes: readonly Outcome[]) => {
    const refused = outcomes.filter(({ ok }) => !ok).map(({ id }) => id);
    ticked.keep(refused);
    if (refused.length > 0) {
      open({ ...one, outcomes });
    } else {
      setOpen(false);
      tell(t(`${one.deed}.done`, { count: outcomes.length }));
    }
  };
  return {
    ...{ asked, isOpen, open, finish },
    onDone: (outcomes: readonly Outcome[]) => asked && finish(asked, outcomes),
    close: () => setOpen(false),
    ask: (deed: Asked["deed"]): Asked => ({
      ...{ key: crypto.randomUUID(), deed, duties: ticked.rows, outcomes: null },
      opener: focusedButton(),
    }),
  };
}

/** Seeing to duties asks for nothing: it is sent at once. */
function useAcknowledging(
  finish: (asked: Asked, outcomes: readonly Outcome[]) => void,
  work: (ids: readonly string[]) => ReturnType<SendDuties["acknowledge"]>,
) {
  const t = useTranslations("forms");
  const tell = useTell();
  const { send, isSending } = useSending();
  const start = (asked: Asked) =>
    send(
      () => work(asked.duties.map(({ id }) => id)),
      (outcomes) => finish(asked, outcomes),
      ({ code, message }) => tell(code === "UNREACHABLE" ? t("unreachable") : message),
    );
  return { start, isSending };
}

"use client";

import { Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { Names } from "@/components/lists/names";
import { Results } from "@/components/lists/results";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { Outcome } from "@/lib/lists/outcome";
import type { SendDuties, TickableDuty } from "./tickable-duty";

interface Props {
  deed: keyof SendDuties;
  duties: readonly TickableDuty[];
  /** What became of them; null while the day is asked for. */
  outcomes: readonly Outcome[] | null;
  snooze: (input: unknown) => Promise<ActionResult<Outcome[]>>;
  isOpen: boolean;
  onDone: (outcomes: readonly Outcome[]) => void;
  onClose: () => void;
  giveFocusBack: () => void;
}

/** Asks once until which day the reminders of several duties rest; says of each what became of it. */
export function DutiesDialog(props: Props) {
  const t = useTranslations("duties.bulk");
  const { deed, duties, outcomes } = props;
  return (
    <Dialog
      opened={props.isOpen}
      onClose={props.onClose}
      giveFocusBack={props.giveFocusBack}
      title={t(`${deed}.title`, { count: duties.length })}
      size="lg"
    >
      {outcomes ? (
        <Results
          lines={outcomes}
          nameOf={({ id }) => <bdi>{duties.find((duty) => duty.id === id)?.name}</bdi>}
          onClose={props.onClose}
        />
      ) : (
        <SnoozeForm {...props} />
      )}
    </Dialog>
  );
}

function SnoozeForm({ duties, snooze, onDone, onClose }: Props) {
  const t = useTranslations("duties.bulk");
  const dates = useDates();
  const field = useId();
  const [until, setUntil] = useState("");
  const { send, isSending, failure } = useSending();
  const label = t("snooze.until");
  const ids = duties.map(({ id }) => id);
  return (
    <Form onSend={() => send(() => snooze({ ids, until }), onDone)}>
      <Stack gap="md">
        <FormProblem failure={failure} labels={{ until: label }} idOf={() => field} />
        <Text>{t("snooze.lead", { count: duties.length })}</Text>
        <Names
          rows={duties}
          nameOf={({ name, dueOn }) => (
            <>
              <bdi>{name}</bdi>, {t("snooze.due", { date: dates.day(dueOn) })}
            </>
          )}
        />
        <DayInput
          id={field}
          label={label}
          value={until}
          onChange={setUntil}
          error={failure?.fields?.until}
          required
          withAsterisk={false}
          data-autofocus
          maw="14rem"
        />
        <FormEnd
          onCancel={onClose}
          isSending={isSending}
          label={t("snooze.submit", { count: duties.length })}
        />
      </Stack>
    </Form>
  );
}

"use client";

import { Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { Names } from "@/components/lists/names";
import { Results } from "@/components/lists/results";
import { AskInput } from "@/components/requests/moves/ask-input";
import { startingAnswers } from "@/components/requests/moves/move-values";
import { Dialog } from "@/components/ui/dialog";
import { useSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import type { BulkChoice, BulkLine, BulkRequest } from "@/lib/requests/bulk";
import { writeNumber } from "@/lib/requests/number";
import type { BulkMoveAction } from "./bulk-move-action";

interface Props {
  team: string;
  choice: BulkChoice;
  requests: readonly BulkRequest[];
  today: Day;
  move: BulkMoveAction;
  isOpen: boolean;
  /** Called with the ids of those that were refused. */
  onDone: (refused: readonly string[]) => void;
  onClose: () => void;
  giveFocusBack: () => void;
}

interface Values {
  answers: Record<string, string>;
}

/** Asks once what a move of several requests needs, then says of each what became of it. */
export function BulkDialog(props: Props) {
  const say = useSay();
  const [lines, setLines] = useState<readonly BulkLine[] | null>(null);
  return (
    <Dialog
      opened={props.isOpen}
      onClose={props.onClose}
      giveFocusBack={props.giveFocusBack}
      title={say(props.choice.move.label)}
      size="lg"
    >
      {lines ? (
        <Results lines={lines} nameOf={nameOf} onClose={props.onClose} />
      ) : (
        <Questions
          {...props}
          onDone={(done) => {
            setLines(done);
            props.onDone(done.filter(({ ok }) => !ok).map(({ id }) => id));
          }}
        />
      )}
    </Dialog>
  );
}

function Questions(
  props: Omit<Props, "onDone"> & { onDone: (lines: readonly BulkLine[]) => void },
) {
  const { choice, requests, today } = props;
  const t = useTranslations("bulk");
  const form = useForm<Values>({ defaultValues: { answers: startingAnswers(choice.asks, today) } });
  const { send, isSending, failure } = useSending();
  // One per request and opened dialog: however often it is sent, each request moves once.
  const sent = useRef(
    requests.map(({ id, version }) => ({ id, version, commandId: crypto.randomUUID() })),
  );
  const submit = form.handleSubmit((values) =>
    send(
      () => props.move(props.team, { move: choice.move.id, ...values, requests: sent.current }),
      props.onDone,
      ({ fields = {} }) => {
        for (const [name, message] of Object.entries(fields)) {
          if (name.startsWith("answers.")) form.setError(name as "answers", { message });
        }
      },
    ),
  );
  return (
    <FormProvider {...form}>
      <Form onSend={submit}>
        <Stack gap="md">
          <Text>{t("lead", { count: requests.length })}</Text>
          <Names rows={requests} nameOf={nameOf} />
          {choice.asks.map((ask, index) => (
            <AskInput key={ask.id} ask={ask} isFirst={index === 0} />
          ))}
          {!failure?.fields && <FormProblem failure={failure} />}
          <FormEnd
            onCancel={props.onClose}
            isSending={isSending}
            label={t("submit", { count: requests.length })}
            isDanger={choice.move.tone === "danger"}
          />
        </Stack>
      </Form>
    </FormProvider>
  );
}

function nameOf({ number, title }: Pick<BulkRequest, "number" | "title">) {
  return (
    <>
      {writeNumber(number)} · <bdi>{title}</bdi>
    </>
  );
}

"use client";

import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { CopyText } from "@/components/ui/copy-text";
import { DayInput } from "@/components/ui/day-input";
import { Dialog } from "@/components/ui/dialog";
import type { NudgeProps } from "./nudge-props";

/** A ready letter that asks for news: to change, to copy, to send by one's own mail, to keep. */
export function NudgeDialog(
  props: NudgeProps & { commandId: string; isOpen: boolean; onClose: () => void },
) {
  const t = useTranslations("waiting.nudge");
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [subject, setSubject] = useState(props.letter.subject);
  const [text, setText] = useState(props.letter.body);
  const [on, setOn] = useState<string>(props.today);
  const { commandId, requestId, step } = props;
  const submit = () =>
    send(
      () => props.nudge({ commandId, requestId, step, on, subject, text }),
      () => {
        props.onClose();
        tell(t("kept"));
      },
    );
  return (
    <Dialog
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("title", { who: props.who })}
      size="lg"
    >
      <Form onSend={submit}>
        <Stack>
          <FormProblem failure={failure} title={t("refused")} />
          <p>{props.letter.to}</p>
          <TextInput
            label={t("subject")}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
            error={failure?.fields?.subject}
            maxLength={300}
          />
          <Textarea
            label={t("text")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={failure?.fields?.text}
            autosize
            minRows={8}
            maxRows={18}
            data-autofocus
          />
          <LetterTools subject={subject} text={text} />
          <DayInput
            label={t("sentOn")}
            description={t("note")}
            value={on}
            onChange={setOn}
            error={failure?.fields?.on}
            maw="18rem"
          />
          <FormEnd onCancel={props.onClose} isSending={isSending} label={t("sent")} />
        </Stack>
      </Form>
    </Dialog>
  );
}

function LetterTools({ subject, text }: { subject: string; text: string }) {
  const t = useTranslations("waiting.nudge");
  const query = [
    ["subject", subject],
    ["body", text.replaceAll("\n", "\r\n")],
  ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`);
  return (
    <Group gap="sm">
      <CopyText
        text={`${subject}\n\n${text}`}
        label={t("copy")}
        copied={t("copied")}
        variant="default"
      />
      <Button
        component="a"
        variant="default"
        href={`mailto:?${query.join("&")}`}
        leftSection={<IconMail size={16} aria-hidden />}
      >
        {t("mail")}
      </Button>
    </Group>
  );
}

"use client";

import { Button, Group, Radio, Select, Stack, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { DayInput } from "@/components/ui/day-input";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import { COMMENT_LENGTH } from "@/lib/requests/comment";

interface Props {
  requestId: string;
  /** The documents of the request, one of which may be the letter. */
  documents: readonly { id: string; name: string }[];
  today: Day;
  add: (input: unknown) => Promise<ActionResult<unknown>>;
}

const empty = (today: Day) => ({
  kind: "from_archive",
  text: "",
  on: today as string,
  documentId: "",
});

/** Keeps a letter that went to the archive or came from it. */
export function LetterForm(props: Props) {
  const t = useTranslations("comments.write");
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [letter, setLetter] = useState(() => empty(props.today));
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const change = (part: Partial<typeof letter>) => setLetter({ ...letter, ...part });
  const submit = () =>
    send(
      () => props.add({ commandId, requestId: props.requestId, ...letter }),
      () => {
        setLetter(empty(props.today));
        setCommandId(crypto.randomUUID());
        tell(t("kept"));
      },
    );
  return (
    <Form onSend={submit}>
      <Stack gap="sm" align="flex-start">
        <FormProblem failure={failure} />
        <Radio.Group
          label={t("who")}
          value={letter.kind}
          onChange={(kind) => change({ kind: String(kind) })}
        >
          <Group mt={4}>
            <Radio value="from_archive" label={t("theyWrote")} />
            <Radio value="to_archive" label={t("weWrote")} />
          </Group>
        </Radio.Group>
        <DayInput
          label={t("on")}
          value={letter.on}
          onChange={(on) => change({ on })}
          error={failure?.fields?.on}
          w="14rem"
        />
        <Textarea
          label={t("letter")}
          value={letter.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          error={failure?.fields?.text}
          maxLength={COMMENT_LENGTH}
          autosize
          minRows={4}
          w="100%"
        />
        <DocumentChoice {...props} value={letter.documentId} onChange={change} />
        <Button type="submit" loading={isSending}>
          {t("saveLetter")}
        </Button>
      </Stack>
    </Form>
  );
}

function DocumentChoice(props: {
  documents: Props["documents"];
  value: string;
  onChange: (part: { documentId: string }) => void;
}) {
  const t = useTranslations("comments.write");
  if (props.documents.length === 0) return null;
  return (
    <Select
      label={t("document")}
      placeholder={t("noDocument")}
      data={props.documents.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value || null}
      onChange={(documentId) => props.onChange({ documentId: documentId ?? "" })}
      clearable
      w="100%"
      maw="24rem"
    />
  );
}

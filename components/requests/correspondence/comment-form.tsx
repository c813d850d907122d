"use client";

import { Button, Stack, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import type { ActionResult } from "@/lib/action";
import { COMMENT_LENGTH } from "@/lib/requests/comment";

/** Writes a comment that only the team reads. */
export function CommentForm(props: {
  requestId: string;
  add: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("comments.write");
  const tell = useTell();
  const { send, isSending, failure } = useSending();
  const [text, setText] = useState("");
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const submit = () =>
    send(
      () => props.add({ commandId, requestId: props.requestId, kind: "internal", text }),
      () => {
        setText("");
        setCommandId(crypto.randomUUID());
        tell(t("commented"));
      },
    );
  return (
    <Form onSend={submit}>
      <Stack gap="sm" align="flex-start">
        <FormProblem failure={failure} />
        <Textarea
          label={t("comment")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={failure?.fields?.text}
          maxLength={COMMENT_LENGTH}
          autosize
          minRows={3}
          w="100%"
        />
        <Button type="submit" variant="default" loading={isSending}>
          {t("saveComment")}
        </Button>
      </Stack>
    </Form>
  );
}

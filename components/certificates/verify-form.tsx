"use client";

import { Button, FileInput, Stack, Text, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import { dayOf } from "@/lib/dates/day";
import type { CertificateVerdict } from "@/lib/services/certificates";

const TEXT = "certificate-text";

/** Where a certificate is checked against what the team issued, from its file or its text. */
export function VerifyForm(props: {
  verify: (input: unknown) => Promise<ActionResult<CertificateVerdict>>;
}) {
  const t = useTranslations("certificate.check");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const [verdict, setVerdict] = useState<CertificateVerdict>();
  const { send, isSending, failure } = useSending();

  async function read(file: File | null) {
    setVerdict(undefined);
    if (!file) return;
    const content = await contentOf(file);
    setProblem(content === null ? t("unreadable") : undefined);
    setText(content ?? "");
  }

  return (
    <Form
      onSend={() => {
        setVerdict(undefined);
        send(() => props.verify({ text }), setVerdict);
      }}
    >
      <Stack>
        <FormProblem failure={failure} labels={{ text: t("text") }} idOf={() => TEXT} />
        <FileInput
          label={t("file")}
          accept="application/json,.json"
          clearable
          error={problem}
          onChange={read}
        />
        <Textarea
          id={TEXT}
          label={t("text")}
          autosize
          {...{ minRows: 3, maxRows: 10 }}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={isSending}>
            {t("verify")}
          </Button>
        </div>
        <div role="status">{verdict && <Verdict verdict={verdict} />}</div>
        <Text size="sm" c="dimmed">
          {t("command")}
        </Text>
      </Stack>
    </Form>
  );
}

function Verdict({ verdict }: { verdict: CertificateVerdict }) {
  const t = useTranslations("certificate.check");
  const dates = useDates();
  if (verdict.verdict === "verifies") {
    const { number, title, issuedAt } = verdict;
    const on = dates.day(dayOf(new Date(issuedAt), "UTC"));
    return (
      <Note tone="good" title={t("verifies")}>
        <p>{t("verifiesText", { number, title, on })}</p>
      </Note>
    );
  }
  return (
    <Note tone="bad" title={t("fails")}>
      <p>{verdict.why}</p>
      {verdict.differs.length > 0 && <p>{t("differs", { paths: verdict.differs.join(", ") })}</p>}
    </Note>
  );
}

/** A file's text, byte by byte: what is no UTF-8 would be read as something else. */
async function contentOf(file: File): Promise<string | null> {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

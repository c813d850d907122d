"use client";

import { Anchor, Button, FileButton, Group, Progress, Stack, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { documentAddress, type UploadedDocument } from "@/lib/documents/document";
import { ACCEPTED, MAX_DOCUMENT_BYTES } from "@/lib/documents/kinds";
import { FileSize } from "./file-size";
import { sendFile } from "./send-file";

type State =
  | { at: "idle" }
  | { at: "sending"; name: string; share: number }
  | { at: "refused"; message: string }
  | { at: "stored"; document: UploadedDocument };

interface Props {
  teamSlug: string;
  requestId?: string;
  /** What the file is for, for example "Approval letter". */
  label: string;
  /** Shown in place of the sentence of a refusal by the surrounding form. */
  error?: string;
  disabled?: boolean;
  onUploaded?: (document: UploadedDocument) => void;
}

/** A button that uploads one file at once, and says how it went. */
export function DocumentUpload({ teamSlug, requestId, label, error, disabled, onUploaded }: Props) {
  const t = useTranslations("documents");
  const labelId = useId();
  const stateId = useId();
  const forget = useRef<() => void>(null);
  const [state, setState] = useState<State>({ at: "idle" });

  async function upload(file: File | null) {
    if (!file) return;
    // Else choosing the same file again, once it is repaired, would do nothing.
    forget.current?.();
    if (file.size > MAX_DOCUMENT_BYTES) {
      setState({ at: "refused", message: t("tooLarge") });
      return;
    }
    const target = { teamSlug, requestId, id: crypto.randomUUID() };
    setState({ at: "sending", name: file.name, share: 0 });
    const sent = await sendFile(file, target, (share) =>
      setState({ at: "sending", name: file.name, share }),
    );
    if (!sent.ok) {
      setState({ at: "refused", message: sent.message ?? t("noAnswer") });
      return;
    }
    setState({ at: "stored", document: sent.document });
    onUploaded?.(sent.document);
  }

  const isSending = state.at === "sending";
  return (
    <Stack gap={6}>
      <Text id={labelId} component="span" size="sm" fw={500}>
        {label}
      </Text>
      <Group gap="sm">
        <FileButton
          onChange={upload}
          resetRef={forget}
          accept={ACCEPTED.join(",")}
          disabled={disabled || isSending}
        >
          {(button) => (
            <Button
              {...button}
              id={`${labelId}-button`}
              aria-labelledby={`${labelId} ${labelId}-button`}
              aria-describedby={stateId}
              variant="default"
              loading={isSending}
              leftSection={<IconPaperclip size={16} aria-hidden />}
            >
              {state.at === "stored" ? t("chooseAnother") : t("choose")}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t("accepted")}
        </Text>
      </Group>
      <div id={stateId} role="status">
        <UploadState state={state} error={error} teamSlug={teamSlug} />
      </div>
    </Stack>
  );
}

function UploadState(props: { state: State; error?: string; teamSlug: string }) {
  const t = useTranslations("documents");
  const { state } = props;
  if (state.at === "sending") {
    return (
      <>
        <Text size="sm">{t("sending", { name: state.name })}</Text>
        <Progress value={state.share * 100} aria-label={t("progress")} mt={4} />
      </>
    );
  }
  if (state.at === "stored") {
    const { document } = state;
    return (
      <Text size="sm">
        <Anchor href={documentAddress(props.teamSlug, document.id)} inherit>
          <bdi>{document.name}</bdi>
        </Anchor>{" "}
        <FileSize bytes={document.size} /> · {t("hash", { prefix: document.sha256.slice(0, 12) })}
      </Text>
    );
  }
  const message = state.at === "refused" ? state.message : props.error;
  return message ? (
    <Text size="sm" c="var(--mantine-color-error)">
      {message}
    </Text>
  ) : null;
}

"use client";

import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSending } from "@/components/forms/use-sending";
import { useTell } from "@/components/forms/use-tell";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/action";
import type { UploadedDocument } from "@/lib/documents/document";
import type { ProvableKind } from "@/lib/documents/proof-forms";
import { DocumentUpload } from "./document-upload";

interface Props {
  team: string;
  /** What it proves. */
  target: { kind: ProvableKind; id: string };
  /** The paper, as its readers call it, for example "Approval letter". */
  paper: string;
  /** What it proves, in words, for screen readers. */
  what: string;
  /** The request with which the document lies, if any. */
  requestId?: string;
  isReplacement?: boolean;
  attach: (team: string, input: unknown) => Promise<ActionResult<unknown>>;
}

/** A button that uploads a document and makes it the proof of something. */
export function AttachProof(props: Props) {
  const t = useTranslations("documents.attach");
  const [isOpen, { open, close }] = useDisclosure(false);
  const { send, failure, forget } = useSending();
  const tell = useTell();
  const label = t(props.isReplacement ? "replace" : "add");

  function stop() {
    forget();
    close();
  }

  function uploaded(document: UploadedDocument) {
    send(
      () => props.attach(props.team, { ...props.target, documentId: document.id }),
      () => {
        stop();
        tell(t("done", { name: document.name }));
      },
    );
  }

  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={open}
        aria-label={t("label", { label, what: props.what })}
      >
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={stop} title={t("title", { what: props.what })}>
        <Stack>
          <FormProblem failure={failure} />
          <DocumentUpload
            teamSlug={props.team}
            requestId={props.requestId}
            label={props.paper}
            onUploaded={uploaded}
          />
        </Stack>
      </Dialog>
    </>
  );
}

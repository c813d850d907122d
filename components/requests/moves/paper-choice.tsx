"use client";

import { NativeSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { useController } from "react-hook-form";
import { DocumentUpload } from "@/components/documents/document-upload";
import type { MoveValues } from "./move-values";

interface Props {
  name: "documentId" | "decision.documentId";
  team: string;
  request: { id: string };
  documents: readonly { id: string; name: string }[];
  words: { label: string; none: string; upload: string };
}

/** One of the request's documents, or a new one, as the evidence of a move. */
export function PaperChoice({ name, team, request, documents, words }: Props) {
  const [uploaded, setUploaded] = useState<{ id: string; name: string }[]>([]);
  const { field, fieldState } = useController<MoveValues, Props["name"]>({ name });
  const known = [...uploaded, ...documents.filter(({ id }) => !uploaded.some((u) => u.id === id))];
  return (
    <Stack gap="xs">
      {known.length > 0 && (
        <NativeSelect
          {...field}
          label={words.label}
          error={fieldState.error?.message}
          data={[
            { value: "", label: words.none },
            ...known.map((document) => ({ value: document.id, label: document.name })),
          ]}
        />
      )}
      <DocumentUpload
        teamSlug={team}
        requestId={request.id}
        label={known.length > 0 ? words.upload : words.label}
        onUploaded={(document) => {
          setUploaded((before) => [document, ...before]);
          field.onChange(document.id);
        }}
      />
    </Stack>
  );
}

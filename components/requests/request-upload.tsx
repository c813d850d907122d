"use client";

import { useRouter } from "next/navigation";
import { DocumentUpload } from "@/components/documents/document-upload";

/** Adds a document to a request and shows it in the list above. */
export function RequestUpload(props: { team: string; requestId: string; label: string }) {
  const router = useRouter();
  return (
    <DocumentUpload
      teamSlug={props.team}
      requestId={props.requestId}
      label={props.label}
      onUploaded={() => router.refresh()}
    />
  );
}

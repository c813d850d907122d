import { documentAddress, type UploadedDocument } from "@/lib/documents/document";

/** How an upload went: the stored document, or the server's sentence (absent without any answer). */
export type Sent = { ok: true; document: UploadedDocument } | { ok: false; message?: string };

/**
 * Sends one file. XMLHttpRequest, because `fetch` does not say how far an upload has come.
 * @param target `id`: made once per chosen file, so that sending it again stores it once
 * @param onProgress told the share sent so far, from 0 to 1
 */
export function sendFile(
  file: File,
  target: { teamSlug: string; id: string; requestId?: string },
  onProgress: (share: number) => void,
): Promise<Sent> {
  const address = documentAddress(target.teamSlug);
  const query = target.requestId ? `?request=${encodeURIComponent(target.requestId)}` : "";
  const request = new XMLHttpRequest();
  request.open("POST", address + query);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("X-Document-Id", target.id);
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed()));
  request.responseType = "json";
  return new Promise((resolve) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(read(request.status, request.response));
    request.onerror = () => resolve({ ok: false });
    request.send(file);
  });
}

function read(
  status: number,
  body: { document?: UploadedDocument; message?: string } | null,
): Sent {
  if (status === 201 && body?.document) return { ok: true, document: body.document };
  return { ok: false, message: body?.message };
}

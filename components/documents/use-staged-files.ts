"use client";

import { useRef, useState } from "react";
import { checkSize, kindOfName } from "@/lib/documents/kinds";
import { AppError } from "@/lib/errors";
import { sendFile } from "./send-file";

/** A file that was chosen and is not kept yet. */
export interface StagedFile {
  /** Made once, so that sending it again keeps it once. */
  id: string;
  file: File;
  name: string;
  /** Null where its name promises none that is taken. */
  kind: "pdf" | "png" | "jpg" | "docx" | null;
  /** Null while it is computed, and where the browser cannot. */
  sha256: string | null;
  isHashing: boolean;
  /** Why it cannot be sent, or was refused; in the code's English, absent without any answer. */
  refusal: { message?: string } | null;
  /** The share that was sent, from 0 to 1; null while it is not being sent. */
  share: number | null;
}

/** Files to look through before they are sent to a team's documents, one after the other. */
export function useStagedFiles(target: { team: string; requestId: string }) {
  const [files, setFiles] = useState<readonly StagedFile[]>([]);
  const [isSending, setSending] = useState(false);
  // Two presses come before the button is drawn as busy.
  const isBusy = useRef(false);

  function change(id: string, part: Partial<StagedFile>) {
    setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)));
  }

  function add(chosen: readonly File[]) {
    const staged = chosen.map(stage);
    setFiles((all) => [...all, ...staged]);
    for (const { id, file, isHashing } of staged) {
      if (isHashing) hashOf(file).then((sha256) => change(id, { sha256, isHashing: false }));
    }
  }

  /** Sends what may be sent; gives the number of files that were kept. */
  async function send(): Promise<number> {
    if (isBusy.current) return 0;
    isBusy.current = true;
    setSending(true);
    let kept = 0;
    for (const { id, file } of files.filter(isSendable)) {
      change(id, { share: 0, refusal: null });
      const { team: teamSlug, requestId } = target;
      const sent = await sendFile(file, { teamSlug, requestId, id }, (share) =>
        change(id, { share }),
      );
      if (sent.ok) {
        kept += 1;
        setFiles((all) => all.filter((each) => each.id !== id));
      } else {
        change(id, { share: null, refusal: { message: sent.message } });
      }
    }
    isBusy.current = false;
    setSending(false);
    return kept;
  }

  return {
    files,
    isSending,
    add,
    send,
    remove: (id: string) => setFiles((all) => all.filter((each) => each.id !== id)),
  };
}

/** Whether a file may be sent, or sent again after no answer came. */
export function isSendable({ refusal }: StagedFile): boolean {
  return refusal === null || refusal.message === undefined;
}

function stage(file: File): StagedFile {
  const kind = kindOf(file);
  const refusal = "message" in kind ? kind : null;
  return {
    ...{ id: crypto.randomUUID(), file, name: file.name, sha256: null, share: null, refusal },
    kind: "id" in kind ? kind.id : null,
    isHashing: refusal === null && hasHashes(),
  };
}

function kindOf(file: File): { id: StagedFile["kind"] } | { message: string } {
  try {
    checkSize(file.size);
    return { id: kindOfName(file.name).id as StagedFile["kind"] };
  } catch (error) {
    if (error instanceof AppError) return { message: error.message };
    throw error;
  }
}

/** Browsers compute hashes on pages from this machine or with TLS only. */
function hasHashes(): boolean {
  return typeof crypto.subtle !== "undefined";
}

/** The SHA-256 of a file in lower-case hexadecimal digits; null where it cannot be read. */
async function hashOf(file: File): Promise<string | null> {
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return null;
  }
}

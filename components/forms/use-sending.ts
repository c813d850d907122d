"use client";

import { useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/action";

/** Why something could not be sent or taken; `unreachable` when no answer came back. */
export type Failure = Omit<Extract<ActionResult, { ok: false }>, "ok" | "code"> & {
  code: Extract<ActionResult, { ok: false }>["code"] | "UNREACHABLE";
};

/**
 * Sends something to the server and keeps the refusal, if any, for FormProblem. While one is under
 * way another press does nothing. What was typed stays where it is, whatever the answer.
 */
export function useSending() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, startTransition] = useTransition();
  const isBusy = useRef(false);

  function send<T>(
    work: () => Promise<ActionResult<T>>,
    onDone: (data: T) => void,
    onRefused?: (failure: Failure) => void,
  ) {
    if (isBusy.current) return;
    isBusy.current = true;
    startTransition(async () => {
      const answer = await attempt(work);
      isBusy.current = false;
      if (answer.ok) {
        setFailure(null);
        onDone(answer.data);
      } else {
        setFailure(answer);
        onRefused?.(answer);
      }
    });
  }

  return { send, isSending, failure, forget: () => setFailure(null) };
}

async function attempt<T>(
  work: () => Promise<ActionResult<T>>,
): Promise<{ ok: true; data: T } | (Failure & { ok: false })> {
  try {
    return await work();
  } catch (error) {
    // A redirect of the action travels as an error that Next must see.
    if (error instanceof Error && "digest" in error) throw error;
    return { ok: false, code: "UNREACHABLE", message: "" };
  }
}

"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { type DraftContent, merge } from "@/lib/requests/merge";
import { type DraftHost, DraftSession, type SaveState } from "./draft-session";
import { type FormValues, valuesOf } from "./form-values";
import { type KnownDraft, type SaveAction, sendDraft } from "./save-draft";

/** How long to wait before a save that had no answer is tried again, in milliseconds. */
const RETRY = 15_000;

interface Options extends Pick<DraftHost, "onNumbered" | "onRefused" | "onLocks"> {
  form: UseFormReturn<FormValues>;
  team: string;
  archive: string;
  start: KnownDraft;
  save: SaveAction;
  contentOf: (values: FormValues) => DraftContent;
}

/** Saves the form while it is being written, and never loses what was typed. */
export function useDraft(options: Options) {
  const { form, team, archive, save, start } = options;
  const [state, setState] = useState<SaveState>({ at: "clean" });
  const [isRestored, setRestored] = useState(false);
  const latest = useRef(options);
  latest.current = options;
  const [session] = useState(
    () =>
      new DraftSession(start, {
        read: () => latest.current.contentOf(form.getValues()),
        check: () => form.trigger(),
        send: (known, content) => sendDraft(save, team, archive, known, content),
        onState: setState,
        onNumbered: (number) => latest.current.onNumbered(number),
        onRefused: (fields) => latest.current.onRefused(fields),
        onLocks: (locks) => latest.current.onLocks(locks),
      }),
  );
  useEffect(() => {
    const restored = session.begin();
    if (restored) {
      setRestored(true);
      form.reset(valuesOf(restored));
      session.typed();
    }
    return form.subscribe({ formState: { values: true }, callback: () => session.typed() });
  }, [form, session]);
  useLeaving(session);
  useRetry(state, session);

  return {
    state,
    isRestored,
    session,
    /** Saves what was chosen of my text and theirs, place by place. */
    resolve: (takeTheirs: ReadonlySet<string>) => {
      if (state.at !== "stuck" || state.outcome.why !== "conflict") return;
      const { current } = state.outcome;
      const mine = options.contentOf(form.getValues());
      form.reset(valuesOf(merge(mine, current, takeTheirs)));
      session.adopt(current);
    },
  };
}

/** Asks before typed text is left behind, and keeps it in this tab should it be left all the same. */
function useLeaving(session: DraftSession) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.isDirty()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("pagehide", session.keep);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("pagehide", session.keep);
      session.end();
    };
  }, [session]);
}

/** Saves again by itself once the reason to fail may be gone: signed in elsewhere, back online. */
function useRetry(state: SaveState, session: DraftSession) {
  const why = state.at === "stuck" ? state.outcome.why : null;
  const isWaiting = why === "signedOut" || why === "unreachable";
  const again = useEffectEvent(() => void session.flush());
  useEffect(() => {
    if (!isWaiting) return;
    const retry = () => again();
    const timer = setInterval(retry, RETRY);
    window.addEventListener("focus", retry);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", retry);
      window.removeEventListener("online", retry);
    };
  }, [isWaiting]);
}

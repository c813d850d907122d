"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { changedFields } from "@/lib/requests/draft";
import { type DraftContent, flattenContent, merge } from "@/lib/requests/merge";
import { createDraftSaver } from "./draft-saver";
import { type FormValues, valuesOf } from "./form-values";
import { dropText, keepText, readKeptText } from "./kept-text";
import { type KnownDraft, type Outcome, type SaveAction, sendDraft } from "./save-draft";
import { noteSaved } from "./saved-versions";

/** How long nobody types before the form saves itself, in milliseconds. */
const QUIET = 1_500;
const RETRY = 15_000;

export type SaveState =
  | { at: "clean" | "unsaved" | "saving" }
  | { at: "saved"; when: Date }
  | { at: "stuck"; outcome: Extract<Outcome, { isSaved: false }> };

interface Options {
  form: UseFormReturn<FormValues>;
  team: string;
  archive: string;
  start: KnownDraft;
  save: SaveAction;
  contentOf: (values: FormValues) => DraftContent;
  /** The request has its number now. */
  onNumbered: (number: number) => void;
  onRefused: (fields: Record<string, string>) => void;
}

/** Saves the form while it is being written, and never loses what was typed. */
export function useDraft(options: Options) {
  const { form } = options;
  const [state, setState] = useState<SaveState>({ at: "clean" });
  const [isRestored, setRestored] = useState(false);
  const known = useRef(options.start);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(options);
  latest.current = options;

  const [saver] = useState(() =>
    createDraftSaver<Outcome>(async () => {
      clearTimeout(timer.current);
      setState({ at: "saving" });
      const { team, archive, save, contentOf } = latest.current;
      const content = contentOf(form.getValues());
      const outcome: Outcome = (await form.trigger())
        ? await sendDraft(save, team, archive, known.current, content)
        : { isSaved: false, why: "unfit" };
      if (outcome.isSaved) settle(outcome);
      else stop(outcome);
      return outcome;
    }),
  );

  function settle({ saved, content }: Extract<Outcome, { isSaved: true }>) {
    const isFirst = known.current.number === null;
    dropText();
    known.current = { ...known.current, ...saved, base: content };
    noteSaved(known.current.id, saved.version);
    if (isFirst) latest.current.onNumbered(saved.number);
    setState({ at: "saved", when: new Date() });
  }

  function stop(outcome: Extract<Outcome, { isSaved: false }>) {
    keep();
    setState({ at: "stuck", outcome });
    if (outcome.why === "refused") latest.current.onRefused(outcome.fields);
  }

  function keep() {
    const { id, version, number } = known.current;
    keepText({ id, version, number, content: latest.current.contentOf(form.getValues()) });
  }

  function later() {
    const content = latest.current.contentOf(form.getValues());
    const isChanged =
      changedFields(flattenContent(known.current.base), flattenContent(content)).length > 0;
    if (!isChanged && !saver.isDirty()) return;
    saver.changed();
    clearTimeout(timer.current);
    // A conflict waits for a decision; saving again would only be refused again.
    if (state.at === "stuck" && state.outcome.why === "conflict") return;
    setState({ at: "unsaved" });
    timer.current = setTimeout(() => saver.flush(), QUIET);
  }

  const onTyped = useEffectEvent(later);
  useEffect(() => {
    return form.subscribe({ formState: { values: true }, callback: () => onTyped() });
  }, [form]);

  const restore = useEffectEvent(() => {
    const kept = readKeptText();
    if (!kept) return;
    const { content, ...place } = kept;
    known.current = { ...known.current, ...place };
    setRestored(true);
    form.reset(valuesOf(content));
    later();
  });
  useEffect(() => restore(), []);

  useLeaving(saver.isDirty, keep);
  useRetry(state, saver.flush);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      // Going on to another page within Gatebook: what was typed in the last second goes along.
      if (saver.isDirty()) saver.flush();
    },
    [saver],
  );

  return {
    state,
    isRestored,
    /** The id under which the text is saved; of a restored text the one it had. */
    requestId: () => known.current.id,
    /** The text that the form and the stored request last agreed on. */
    base: () => known.current.base,
    saveNow: () => {
      if (known.current.version === null) saver.changed();
      return saver.flush();
    },
    resolve: (takeTheirs: ReadonlySet<string>) => {
      if (state.at !== "stuck" || state.outcome.why !== "conflict") return;
      const { version, ...theirs } = state.outcome.current;
      const mine = latest.current.contentOf(form.getValues());
      known.current = { ...known.current, version, base: theirs };
      form.reset(valuesOf(merge(mine, theirs, takeTheirs)));
      saver.changed();
      return saver.flush();
    },
  };
}

/** Asks before typed text is left behind, and keeps it in this tab should it be left all the same. */
function useLeaving(isDirty: () => boolean, keep: () => void) {
  const keepIfDirty = useEffectEvent(() => {
    if (isDirty()) keep();
  });
  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isDirty()) event.preventDefault();
  });
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => warn(event);
    const onHide = () => keepIfDirty();
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("pagehide", onHide);
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("pagehide", onHide);
    };
  }, []);
}

/** Saves again by itself once the reason to fail may be gone: signed in elsewhere, back online. */
function useRetry(state: SaveState, flush: () => unknown) {
  const isWaiting =
    state.at === "stuck" &&
    (state.outcome.why === "signedOut" || state.outcome.why === "unreachable");
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => void flush();
    const timer = setInterval(again, RETRY);
    window.addEventListener("focus", again);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", again);
      window.removeEventListener("online", again);
    };
  }, [isWaiting, flush]);
}

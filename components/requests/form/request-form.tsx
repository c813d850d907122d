"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { focusQuestion } from "../question-id";
import { requestPath } from "../request-path";
import { fieldPath } from "./field-path";
import { FormPage } from "./form-page";
import { contentOf, type FormValues, formItems, valuesOf } from "./form-values";
import { LocksProvider } from "./locks";
import type { RequestFormProps } from "./request-form-props";
import { isOutdated } from "./saved-versions";
import { ShelfProvider } from "./shelf";
import { useDraft } from "./use-draft";
import { useReview } from "./use-review";
import { useShelfState } from "./use-shelf-state";
import { useSubmit } from "./use-submit";

/** The form of a request, new or stored, drawn from the archive's own sections. */
export function RequestForm(props: RequestFormProps) {
  const { team, draft, archive, units, people, lifecycle } = props;
  const form = useForm<FormValues>({
    defaultValues: valuesOf(draft.content),
    mode: "onChange",
    shouldFocusError: false,
  });
  const [isShown, setShown] = useState(false);
  const [locks, setLocks] = useState(props.sentBack.locks);
  const review = useReview(form, archive, lifecycle, { units, people });
  const { shelf, save } = useShelfState(props, () => void saving.session.saveNow());
  const saving = useDraft({
    form,
    team,
    archive: archive.code,
    start: { id: draft.id, version: draft.version, number: draft.number, base: draft.content },
    save,
    contentOf: (values) => contentOf(values, formItems(archive, values, units, people)),
    onNumbered: (number) =>
      window.history.replaceState(null, "", `${requestPath(team, number)}/form`),
    onRefused: (fields) => {
      for (const [field, message] of Object.entries(fields)) {
        const path = fieldPath(archive.sections, review.items, field);
        if (path) form.setError(path, { type: "server", message });
      }
    },
    onLocks: setLocks,
  });
  const { requestId } = saving.session;
  const { openSection } = props;
  const submitting = useSubmit({
    team,
    requestId: () => saving.session.requestId,
    moveId: props.submitMove,
    move: props.move,
    saveNow: saving.session.saveNow,
    isComplete: () => review.now().length === 0,
    onMissing: () => setShown(true),
  });
  useNewestDraft(draft);
  useLinkedQuestion();
  return (
    <FormProvider {...form}>
      <LocksProvider
        value={{
          requestId,
          locks,
          revisions: props.sentBack.revisions,
          open: openSection && ((input) => openSection(team, input)),
          onOpened: (name) => setLocks(({ [name]: _, ...others }) => others),
          base: () => saving.session.base,
        }}
      >
        <ShelfProvider value={shelf}>
          <FormPage
            {...props}
            review={review}
            saving={saving}
            submitting={submitting}
            isShown={isShown}
          />
        </ShelfProvider>
      </LocksProvider>
    </FormProvider>
  );
}

/** Loads anew what the Back button shows as it was before this tab saved it. */
function useNewestDraft(draft: RequestFormProps["draft"]) {
  const router = useRouter();
  useEffect(() => {
    if (!isOutdated(draft)) return;
    // The page of a new request is not the page that its address names by now.
    if (draft.number === null) window.location.reload();
    else router.refresh();
  }, [draft, router]);
}

/** Follows a link from a list of what is missing to its question. */
function useLinkedQuestion() {
  useEffect(() => {
    const follow = () => focusQuestion(decodeURIComponent(window.location.hash.slice(1)));
    // The form takes no focus before the picture after this one.
    const first = requestAnimationFrame(follow);
    window.addEventListener("hashchange", follow);
    return () => {
      cancelAnimationFrame(first);
      window.removeEventListener("hashchange", follow);
    };
  }, []);
}

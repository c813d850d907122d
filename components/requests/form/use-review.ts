"use client";

import { useDeferredValue, useMemo } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { answerChecksOf } from "@/lib/archives/answer-checks";
import { type MissingAnswer, reviewAnswers } from "@/lib/requests/form";
import type { DraftContent } from "@/lib/requests/merge";
import {
  contentOf,
  type FormItem,
  type FormPerson,
  type FormUnit,
  type FormValues,
  formItems,
} from "./form-values";
import type { FormArchive } from "./request-form-props";

/** What the form lacks: as of its latest rendering, and as of this moment. */
export interface Review {
  items: FormItem[];
  content: DraftContent;
  missing: MissingAnswer[];
  now: () => MissingAnswer[];
}

/** Follows the form while it is written; typing goes before counting. */
export function useReview(
  form: UseFormReturn<FormValues>,
  archive: FormArchive,
  lifecycle: string,
  known: { units: readonly FormUnit[]; people: readonly FormPerson[] },
): Review {
  const { units, people } = known;
  const values = useDeferredValue(useWatch({ control: form.control }) as FormValues);
  const review = useMemo(() => {
    const { code, sections } = archive;
    const rules = { sections: () => sections, checkAnswers: answerChecksOf(code) };
    const of = (some: FormValues) => {
      const items = formItems(archive, some, units, people);
      const content = contentOf(some, items);
      const { answers, itemAnswers } = content;
      const asked = items.map((item) => ({ ...item, personId: item.person?.id ?? null }));
      const missing = reviewAnswers(rules, lifecycle, answers, itemAnswers, asked, people);
      return { items, content, missing };
    };
    return { of, ...of(values) };
  }, [values, archive, lifecycle, units, people]);
  return {
    items: review.items,
    content: review.content,
    missing: review.missing,
    now: () => review.of(form.getValues()).missing,
  };
}

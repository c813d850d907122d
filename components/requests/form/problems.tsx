"use client";

import { createContext, useContext } from "react";
import type { MissingAnswer } from "@/lib/requests/form";
import { questionId } from "../question-id";

/** What is missing in the form as it stands, and whether to say so at every field. */
export interface Problems {
  missing: readonly MissingAnswer[];
  /** After the first attempt to submit: what has not been answered is marked too. */
  isShown: boolean;
}

const ProblemsContext = createContext<Problems>({ missing: [], isShown: false });

export const ProblemsProvider = ProblemsContext.Provider;

/** The sentence that stands at a question; `isAnswered` while something was written there. */
export function useProblem(id: string, isAnswered: boolean): string | undefined {
  const { missing, isShown } = useContext(ProblemsContext);
  if (!isShown && !isAnswered) return undefined;
  return missing.find((entry) => questionId(entry.fieldId, entry.itemId) === id)?.message;
}

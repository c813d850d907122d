"use client";

import { createContext, useContext } from "react";
import type { ActionResult } from "@/lib/action";
import type { AnswerUse } from "@/lib/requests/answer-use";
import type { LibraryAnswer } from "@/lib/services/library";

/** The answer library as a form has it at hand. */
export interface Shelf {
  answers: readonly LibraryAnswer[];
  /** By the name of the question in the flat form. */
  uses: Readonly<Record<string, AnswerUse>>;
  /** Notes that a question was answered from the library; saved with the form's next save. */
  use: (use: AnswerUse) => void;
  /** Saves an answer to the library; null for readers who may not. */
  add: ((input: unknown) => Promise<ActionResult<{ id: string }>>) | null;
  /** The library holds a new answer, saved from this form. */
  onAdded: (answer: LibraryAnswer, entry: string) => void;
}

const ShelfContext = createContext<Shelf | null>(null);

export const ShelfProvider = ShelfContext.Provider;

/** The shelf of the form around. Throws outside of a form: a defect. */
export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext);
  if (!shelf) throw new Error("There is no ShelfProvider around");
  return shelf;
}

"use client";

import { useRef, useState } from "react";
import type { AnswerUse } from "@/lib/requests/answer-use";
import type { RequestFormProps } from "./request-form-props";
import type { SaveAction } from "./save-draft";
import type { Shelf } from "./shelf";

/**
 * The answer library of a form, and its save with what was taken from the library since the last
 * one: a use is sent again until a save has taken it along.
 */
export function useShelfState(
  {
    team,
    shelf,
    addToLibrary,
    save,
  }: Pick<RequestFormProps, "team" | "shelf" | "addToLibrary" | "save">,
  saveSoon: () => void,
): { shelf: Shelf; save: SaveAction } {
  const [answers, setAnswers] = useState(shelf.answers);
  const [uses, setUses] = useState<Readonly<Record<string, AnswerUse>>>(() =>
    Object.fromEntries(shelf.uses.map((use) => [use.entry, use])),
  );
  const pending = useRef(new Map<string, AnswerUse>());

  function use(taken: AnswerUse) {
    pending.current.set(taken.entry, taken);
    setUses((before) => ({ ...before, [taken.entry]: taken }));
    saveSoon();
  }

  return {
    shelf: {
      answers,
      uses,
      use,
      add: addToLibrary && ((input) => addToLibrary(team, input)),
      onAdded: (answer, entry) => {
        setAnswers((before) => [...before, answer]);
        use({ entry, answerId: answer.id, answerVersion: answer.version });
      },
    },
    save: async (address, input) => {
      const sent = [...pending.current.values()];
      const result = await save(address, { ...(input as object), uses: sent });
      if (result.ok) {
        for (const one of sent) {
          if (pending.current.get(one.entry) === one) pending.current.delete(one.entry);
        }
      }
      return result;
    },
  };
}

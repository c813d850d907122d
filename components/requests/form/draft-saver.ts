/** One way a save can end. Only what is saved makes the text clean. */
export interface SaveOutcome {
  isSaved: boolean;
}

export interface DraftSaver<Outcome extends SaveOutcome> {
  /** Says that something was typed. */
  changed(): void;
  /** Whether something was typed that no save has taken along. */
  isDirty(): boolean;
  /** Saves what is there now; while a save is under way, what was typed meanwhile goes after it. */
  flush(): Promise<Outcome>;
}

/**
 * Keeps saves in order: one at a time, the latest text last, and what is typed during a save is
 * never taken for saved. `send` reads the text at the moment it is called and never throws.
 */
export function createDraftSaver<Outcome extends SaveOutcome>(
  send: () => Promise<Outcome>,
): DraftSaver<Outcome> {
  let typed = 0;
  let saved = 0;
  let running: Promise<Outcome> | null = null;
  const isDirty = () => typed !== saved;

  async function sendOnce(): Promise<Outcome> {
    const sending = typed;
    const outcome = await send();
    if (outcome.isSaved) saved = sending;
    return outcome;
  }

  function flush(): Promise<Outcome> {
    if (running) {
      return running.then((outcome) => (outcome.isSaved && isDirty() ? flush() : outcome));
    }
    running = sendOnce().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    changed: () => {
      typed += 1;
    },
    isDirty,
    flush,
  };
}

/** One thing after another, for several takers. */
export interface ReadAhead<T> {
  /** The next one; undefined when there is none left. Rejects when the next batch could not be read. */
  take(): Promise<T | undefined>;
  /** Reads no more, and hands out what was read and not taken. */
  close(): Promise<T[]>;
}

/**
 * Reads in batches, the next one as soon as few are left of the last, so that nobody who takes waits
 * for reading.
 * @param read the next batch, which may be empty; null when there are no more
 * @param low how many left call for the next batch
 */
export function readAhead<T>(read: () => Promise<T[] | null>, low: number): ReadAhead<T> {
  let ready: T[] = [];
  let reading: Promise<void> | undefined;
  let isOver = false;

  function more(): Promise<void> {
    reading ??= read()
      .then((batch) => {
        if (batch) ready.push(...batch);
        else isOver = true;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  return {
    async take() {
      while (ready.length === 0 && !isOver) await more();
      const one = ready.shift();
      // Should it fail, it is read again, and fails where somebody hears of it.
      if (ready.length <= low && !isOver) more().catch(() => undefined);
      return one;
    },
    async close() {
      isOver = true;
      await reading?.catch(() => undefined);
      const rest = ready;
      ready = [];
      return rest;
    },
  };
}

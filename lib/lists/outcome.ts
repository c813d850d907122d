import { AppError } from "../errors";

/** What became of one of several rows for which the same was asked; `message` says why it was refused. */
export interface Outcome {
  id: string;
  ok: boolean;
  /** English, to be said in the reader's language; empty where nothing was refused. */
  message: string;
}

/**
 * Does something with one of several rows: where it is refused with a sentence, this one alone stays
 * as it is and the others go on. Throws whatever is a defect.
 */
export async function outcomeOf(id: string, work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work();
    return { id, ok: true, message: "" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id, ok: false, message: error.message };
  }
}

import { GENERAL_LETTERS, type NudgeLetters } from "../nudge";

/** At PhysioNet people ask for themselves; contributors are asked by their own address. */
export const NUDGES: NudgeLetters = {
  ...GENERAL_LETTERS,
  reviewers: {
    ...GENERAL_LETTERS.reviewers,
    to: "Write to the corresponding author, whom the project's page at PhysioNet names; whoever asked for access writes.",
    greeting: "Dear corresponding author,",
  },
};

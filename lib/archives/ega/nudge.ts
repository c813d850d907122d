import { GENERAL_LETTERS, type NudgeLetters } from "../nudge";

/** At EGA each committee answers for itself, by mail. */
export const NUDGES: NudgeLetters = {
  ...GENERAL_LETTERS,
  dac: {
    ...GENERAL_LETTERS.dac,
    to: "Write to the contact that the data set's page at EGA names under its policy; where nobody answers, EGA's help desk knows the committee.",
  },
  help_desk: {
    ...GENERAL_LETTERS.help_desk,
    to: "Write to EGA's help desk from the institutional address of the account.",
    question: () =>
      "Could you tell us whether anything is missing, so that the accounts and the committee's contact are settled?",
  },
};

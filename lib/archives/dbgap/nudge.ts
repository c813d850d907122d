import { GENERAL_LETTERS, type NudgeLetters } from "../nudge";

/** dbGaP asks through its own pages; its committees and the signing official answer mail. */
export const NUDGES: NudgeLetters = {
  ...GENERAL_LETTERS,
  dac: {
    ...GENERAL_LETTERS.dac,
    to: "Answer the committee's last mail about the project; before the first one, ask dbGaP's help desk which committee decides.",
    question: () =>
      "Could you tell us whether the committee needs anything else from us, and at which of its meetings the request will be decided?",
  },
  signing_official: {
    ...GENERAL_LETTERS.signing_official,
    question: () =>
      "It waits for your approval at dbGaP, without which no committee sees it. Could you look at it, or tell us what you need from us?",
  },
};

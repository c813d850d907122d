import type { Archive } from "./archive";
import { checkAnswers as ofDbgap } from "./dbgap/checks";
import { checkAnswers as ofPhysionet } from "./physionet/checks";

const CHECKS: Readonly<Record<string, Archive["checkAnswers"]>> = {
  dbgap: ofDbgap,
  physionet: ofPhysionet,
};

/**
 * An archive's rules across the fields of its forms, by its code, apart from all else that is known of
 * it: a form follows them with every key, in a browser that need not fetch the rest.
 */
export function answerChecksOf(code: string): Archive["checkAnswers"] {
  return CHECKS[code];
}

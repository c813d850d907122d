/** Whether a purpose may use a unit, best first; `ask` is for a person to decide. */
export const FIT_VERDICTS = ["fits", "ask", "does_not_fit"] as const;
export type FitVerdict = (typeof FIT_VERDICTS)[number];

/** What one term says of a purpose. */
export interface Judgement {
  outcome: FitVerdict;
  sentence: string;
}

export const fits = (sentence: string): Judgement => ({ outcome: "fits", sentence });
export const ask = (sentence: string): Judgement => ({ outcome: "ask", sentence });
export const refuses = (sentence: string): Judgement => ({ outcome: "does_not_fit", sentence });

/** The judgement that decides: what does not fit beats what must be asked, which beats what fits; of equals the first. */
export function deciding<J extends Judgement>(judgements: readonly J[]): J | undefined {
  const weight = ({ outcome }: Judgement) => FIT_VERDICTS.indexOf(outcome);
  return judgements.reduce<J | undefined>(
    (worst, next) => (worst === undefined || weight(next) > weight(worst) ? next : worst),
    undefined,
  );
}

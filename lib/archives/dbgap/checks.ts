import type { AnsweredItem, AnswerProblem, Answers } from "../archive";

const MODIFIERS = [
  { token: "IRB", field: "irbAsked", asks: "asks for an ethics approval letter" },
  { token: "COL", field: "collaborationAsked", asks: "asks for a letter of collaboration" },
  { token: "NPU", field: "notForProfitAsked", asks: "allows not-for-profit use only" },
] as const;

/**
 * Rules across the fields of a project: what the known consent codes ask may not be denied, and
 * the PI and the signing official are two persons.
 */
export function checkProject(answers: Answers, items: readonly AnsweredItem[]): AnswerProblem[] {
  return [...consentProblems(answers, items), ...personProblems(answers)];
}

function consentProblems(answers: Answers, items: readonly AnsweredItem[]): AnswerProblem[] {
  return MODIFIERS.filter(({ field }) => answers[field] === "no").flatMap(
    ({ token, field, asks }) => {
      const unit = items.find((item) => consentTokens(item).includes(token))?.unit;
      if (!unit) return [];
      return [
        {
          field,
          message: `${unit.code} has the consent code ${unit.consentCode}, which ${asks} (${token}).`,
        },
      ];
    },
  );
}

function consentTokens({ unit }: AnsweredItem): string[] {
  return unit?.consentCode?.toUpperCase().split("-") ?? [];
}

function personProblems({ pi, signingOfficial }: Answers): AnswerProblem[] {
  if (!pi || signingOfficial !== pi) return [];
  return [
    {
      field: "signingOfficial",
      message: "The PI cannot sign for the institution; choose its signing official.",
    },
  ];
}

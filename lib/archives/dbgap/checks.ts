import { phrase } from "../../said/phrase";
import type { Archive } from "../archive";
import type { AnsweredItem, AnswerProblem, Answers, NamedPerson } from "../form";
import { sameWords } from "../same-words";
import { SOURCES } from "./sources";

const MODIFIERS = [
  { token: "IRB", field: "irbAsked", asks: phrase("asks for an ethics approval letter") },
  { token: "COL", field: "collaborationAsked", asks: phrase("asks for a letter of collaboration") },
  { token: "NPU", field: "notForProfitAsked", asks: phrase("allows not-for-profit use only") },
] as const;

/** Who may request, by code of lib/people/rank.ts. Source: sharing.nih.gov/node/57 */
const REQUESTERS = ["permanent_faculty", "senior_scientist"];

/** What those who may not are called in a sentence. */
const OTHERS: Readonly<Record<string, string>> = {
  postdoc: phrase("a postdoc"),
  graduate_student: phrase("a graduate student"),
  student: phrase("a student"),
  staff: phrase("technical or administrative staff"),
  official: phrase("an institutional official"),
};

/** Questions for people of the PI's own institution. */
const OWN_HOUSE = ["internalCollaborators", "supervisedPeople"] as const;

/**
 * Rules across the fields of a project: what the known consent codes ask may not be denied; the PI
 * may request at all, and is not the signing official; who works elsewhere is an external
 * collaborator. What is not known of a person breaks no rule.
 */
export function checkProject(
  answers: Answers,
  items: readonly AnsweredItem[],
  people: readonly NamedPerson[],
): AnswerProblem[] {
  const pi = people.find(({ id }) => id === answers.pi);
  return [
    ...consentProblems(answers, items),
    ...(pi ? rankProblems(pi) : []),
    ...signerProblems(answers),
    ...(pi ? houseProblems(answers, pi, people) : []),
  ];
}

/** The same as the archive's own rule. */
export const checkAnswers: Archive["checkAnswers"] = (_lifecycle, answers, items, people) =>
  checkProject(answers, items, people);

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

function rankProblems({ name, rank }: NamedPerson): AnswerProblem[] {
  if (rank === "" || REQUESTERS.includes(rank)) return [];
  const is = OTHERS[rank] ?? "neither";
  return [
    {
      field: "pi",
      message: `dbGaP takes requests only from permanent faculty at tenure-track level and from senior scientists with oversight; ${name} is entered as ${is} and may work on the data under such a PI (${SOURCES.minimumCredentials}).`,
    },
  ];
}

function signerProblems({ pi, signingOfficial }: Answers): AnswerProblem[] {
  if (!pi || signingOfficial !== pi) return [];
  return [
    {
      field: "signingOfficial",
      message: "The PI cannot sign for the institution; choose its signing official.",
    },
  ];
}

function houseProblems(
  answers: Answers,
  pi: NamedPerson,
  people: readonly NamedPerson[],
): AnswerProblem[] {
  return OWN_HOUSE.flatMap((field) => {
    const named = people.filter(({ id }) => includes(answers[field], id));
    const elsewhere = named.find(({ institution }) => areTwo(institution, pi.institution));
    if (!elsewhere) return [];
    const { name, institution } = elsewhere;
    return [
      {
        field,
        message: `${name} is at ${institution} and the PI at ${pi.institution}: who works at another institution is an external collaborator and needs an approved request of that institution. If it is one institution, write it alike on both people's pages.`,
      },
    ];
  });
}

function includes(answer: Answers[string] | undefined, id: string): boolean {
  return Array.isArray(answer) && answer.includes(id);
}

function areTwo(one: string, other: string): boolean {
  return one.trim() !== "" && other.trim() !== "" && !sameWords(one, other);
}

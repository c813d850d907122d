import type { Archive } from "../archive";
import type { AnsweredItem, AnswerProblem, Answers, NamedPerson } from "../form";
import { readOrcid } from "../orcid";
import { sameWords } from "../same-words";
import { USERNAME } from "./username";

/** Mail services that PhysioNet does not take for a reference, under any country's ending. */
const FREE_MAIL = /[@.](?:gmail|yahoo|outlook|qq|163|126|foxmail)\.(?:com?\.)?(?:com|[a-z]{2})$/i;
const NEEDS_SUPERVISOR = ["student", "graduate_student", "postdoc"];
const VALID_USERNAME = new RegExp(USERNAME);

/** Rules of the credentialing application across its fields, for each person. */
export function checkPeople(
  items: readonly AnsweredItem[],
  people: readonly NamedPerson[],
): AnswerProblem[] {
  return items.flatMap(({ id, answers, personId }) => {
    const applicant = people.find((person) => person.id === personId) ?? null;
    return [...accountProblems(answers), ...referenceProblems(answers, applicant)].map(
      (problem) => ({ ...problem, itemId: id }),
    );
  });
}

/** The same as the archive's own rule. */
export const checkAnswers: Archive["checkAnswers"] = (_lifecycle, _answers, items, people) =>
  checkPeople(items, people);

function accountProblems({ username, orcid }: Answers): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  if (typeof username === "string" && !VALID_USERNAME.test(username)) {
    const message = "A PhysioNet username has 4 to 50 letters, digits and hyphens, a letter first.";
    problems.push({ field: "username", message });
  }
  if (typeof orcid === "string" && readOrcid(orcid) === null) {
    const message = "This is not an ORCID iD; write it like 0000-0002-1825-0097.";
    problems.push({ field: "orcid", message });
  }
  return problems;
}

/**
 * Who may not vouch for the applicant: the applicant, an address of a free mail service, and for
 * students and postdocs anybody but the supervisor. `applicant` null: not known to the team.
 * Source: https://github.com/MIT-LCP/physionet-build, physionet-django/user/forms.py and validators.py
 */
export function referenceProblems(
  answers: Answers,
  applicant: NamedPerson | null,
): AnswerProblem[] {
  const { referenceEmail, referenceCategory, researcherCategory } = answers;
  const problems: AnswerProblem[] = [];
  const own = ownField(answers, applicant);
  if (own !== null) {
    const message =
      "The reference cannot be the applicant; PhysioNet asks somebody else who knows them, for students and postdocs the supervisor.";
    problems.push({ field: own, message });
  }
  if (typeof referenceEmail === "string" && FREE_MAIL.test(referenceEmail)) {
    const message =
      "PhysioNet refuses free mail services for the reference; use an institution's address.";
    problems.push({ field: "referenceEmail", message });
  }
  if (
    NEEDS_SUPERVISOR.includes(String(researcherCategory)) &&
    typeof referenceCategory === "string" &&
    referenceCategory !== "supervisor"
  ) {
    const message = "For students and postdocs PhysioNet takes only the supervisor as reference.";
    problems.push({ field: "referenceCategory", message });
  }
  return problems;
}

/** The field in which the applicant stands as reference; null where it is somebody else. */
function ownField(answers: Answers, applicant: NamedPerson | null): string | null {
  const text = (id: string) => String(answers[id] ?? "").trim();
  const names = [`${text("firstNames")} ${text("lastName")}`, applicant?.name ?? ""];
  if (names.some((name) => sameWords(text("referenceName"), name))) return "referenceName";
  const email = text("referenceEmail").toLowerCase();
  return email !== "" && email === applicant?.email?.toLowerCase() ? "referenceEmail" : null;
}

import type { AnsweredItem, AnswerProblem, Answers } from "../archive";
import { readOrcid } from "../orcid";
import { USERNAME } from "./username";

/** Mail services that PhysioNet does not take for a reference, under any country's ending. */
const FREE_MAIL = /[@.](?:gmail|yahoo|outlook|qq|163|126|foxmail)\.(?:com?\.)?(?:com|[a-z]{2})$/i;
const NEEDS_SUPERVISOR = ["student", "graduate_student", "postdoc"];
const VALID_USERNAME = new RegExp(USERNAME);

/** Rules of the credentialing application across its fields, for each person. */
export function checkPeople(items: readonly AnsweredItem[]): AnswerProblem[] {
  return items.flatMap(({ id, answers }) =>
    checkPerson(answers).map((problem) => ({ ...problem, itemId: id })),
  );
}

function checkPerson(answers: Answers): AnswerProblem[] {
  const { username, orcid, referenceEmail, referenceCategory, researcherCategory } = answers;
  const problems: AnswerProblem[] = [];
  if (typeof username === "string" && !VALID_USERNAME.test(username)) {
    const message = "A PhysioNet username has 4 to 50 letters, digits and hyphens, a letter first.";
    problems.push({ field: "username", message });
  }
  if (typeof orcid === "string" && readOrcid(orcid) === null) {
    const message = "This is not an ORCID iD; write it like 0000-0002-1825-0097.";
    problems.push({ field: "orcid", message });
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

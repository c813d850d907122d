import type { AnsweredItem, AnswerProblem, Answers } from "../archive";

/** Mail services that PhysioNet does not take for a reference, under any country's ending. */
const FREE_MAIL = /[@.](?:gmail|yahoo|outlook|qq|163|126|foxmail)\.(?:com?\.)?(?:com|[a-z]{2})$/i;
const NEEDS_SUPERVISOR = ["student", "graduate_student", "postdoc"];
const USERNAME = /^[a-zA-Z][a-zA-Z0-9-]{3,49}$/;
const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[0-9X]$/;

/** Rules of the credentialing application across its fields, for each person. */
export function checkPeople(items: readonly AnsweredItem[]): AnswerProblem[] {
  return items.flatMap(({ id, answers }) =>
    checkPerson(answers).map((problem) => ({ ...problem, itemId: id })),
  );
}

function checkPerson(answers: Answers): AnswerProblem[] {
  const { username, orcid, referenceEmail, referenceCategory, researcherCategory } = answers;
  const problems: AnswerProblem[] = [];
  if (typeof username === "string" && !USERNAME.test(username)) {
    const message = "A PhysioNet username has 4 to 50 letters, digits and hyphens, a letter first.";
    problems.push({ field: "username", message });
  }
  if (typeof orcid === "string" && !isOrcid(orcid)) {
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

/** An ORCID iD ends in a check character over its other digits (ISO 7064, mod 11-2). */
function isOrcid(text: string): boolean {
  const id = text.replace(/^https:\/\/orcid\.org\//, "");
  if (!ORCID.test(id)) return false;
  const digits = id.replaceAll("-", "");
  const sum = Array.from(digits.slice(0, -1)).reduce((total, d) => (total + Number(d)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return digits.endsWith(check === 10 ? "X" : String(check));
}

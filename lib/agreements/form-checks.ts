import type { z } from "zod";
import type { Day } from "../dates/day";
import { formatDay } from "../dates/format";

interface Named {
  personId: string;
  function: string;
  startsOn: Day | null;
  endsOn: Day | null;
}
interface Given {
  personId: string | null;
  signatory: string;
  function: string;
  signedOn: Day;
}

/** Refuses a last day before the first. */
export function endProblem({
  value,
  issues,
}: z.core.ParsePayload<{ startsOn: Day; endsOn: Day | null }>): void {
  if (value.endsOn === null || value.endsOn >= value.startsOn) return;
  refuse(issues, value, ["endsOn"], "The last day cannot come before the first.");
}

/** Refuses names that end before they start, and the same person twice in one function at a time. */
export function checkNamed({
  value,
  issues,
}: z.core.ParsePayload<{ startsOn: Day; people: Named[] }>): void {
  const { people, startsOn } = value;
  people.forEach((named, index) => {
    const at = (field: string) => ["people", index, field];
    const from = named.startsOn ?? startsOn;
    if (named.endsOn !== null && named.endsOn < from) {
      refuse(issues, value, at("endsOn"), "The last day cannot come before the first.");
    }
    const earlier = people.slice(0, index).filter((other) => overlap(other, named, startsOn));
    if (earlier.length > 0) {
      refuse(issues, value, at("personId"), "This person is named in this function already.");
    }
  });
}

/** Whether two names are of one person in one function, and share a day. */
export function overlap(a: Named, b: Named, start: Day): boolean {
  if (a.personId !== b.personId || a.function !== b.function) return false;
  const endsBefore = (x: Named, y: Named) => x.endsOn !== null && x.endsOn < (y.startsOn ?? start);
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** Refuses signatures that nobody gave, that cannot have been given on their day, and second ones. */
export function checkSignatures({
  value,
  issues,
}: z.core.ParsePayload<{ textDate: Day | null; endsOn: Day | null; signatures: Given[] }>): void {
  value.signatures.forEach((given, index) => {
    const problem =
      signatureProblem(given, value) ??
      (value.signatures.slice(0, index).some((other) => isSameSigner(other, given))
        ? { field: "personId", message: "This signature stands here already; one is enough." }
        : null);
    if (problem) refuse(issues, value, ["signatures", index, problem.field], problem.message);
  });
}

/** Why a signature cannot be as it is, and at which of its fields; null when it can. */
export function signatureProblem(
  given: Given,
  text: { textDate: Day | null; endsOn: Day | null },
): { field: "personId" | "signedOn"; message: string } | null {
  if (given.personId === null && given.signatory === "") {
    return { field: "personId", message: "Choose who signed, or write the name." };
  }
  if (text.textDate !== null && given.signedOn < text.textDate) {
    const message = `The text is of ${formatDay(text.textDate)}; nobody can have signed it before.`;
    return { field: "signedOn", message };
  }
  if (text.endsOn !== null && given.signedOn > text.endsOn) {
    const message = `The agreement ended on ${formatDay(text.endsOn)}; sign its next version.`;
    return { field: "signedOn", message };
  }
  return null;
}

/** The same person, or the same body in the same function. */
export function isSameSigner(a: Omit<Given, "signedOn">, b: Omit<Given, "signedOn">): boolean {
  if (a.personId !== null || b.personId !== null) return a.personId === b.personId;
  return a.signatory === b.signatory && a.function === b.function;
}

function refuse(
  issues: z.core.$ZodRawIssue[],
  input: unknown,
  path: PropertyKey[],
  message: string,
): void {
  issues.push({ code: "custom", input, path, message });
}

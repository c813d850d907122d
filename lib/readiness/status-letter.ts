import { ACCESS_STATUSES, type AccessStatus } from "./verdict";

// A matrix of 100 000 verdicts travels to the browser as one letter each.
const LETTERS: Record<AccessStatus, string> = {
  ready: "r",
  ready_ending: "e",
  not_confirmed: "u",
  blocked: "b",
  lapsed: "l",
  revoked: "x",
  closed: "c",
  never: "n",
};

const STATUSES = new Map(ACCESS_STATUSES.map((status) => [LETTERS[status], status]));

/** The one letter that stands for a status in a row of the matrix. */
export function letterOf(status: AccessStatus): string {
  return LETTERS[status];
}

/** The status that a letter of a row stands for. Throws a RangeError for any other: a defect. */
export function statusOf(letter: string): AccessStatus {
  const status = STATUSES.get(letter);
  if (!status) throw new RangeError(`No status has the letter ${letter}`);
  return status;
}

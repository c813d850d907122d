/** What went wrong, as far as the person in front of the page needs to know. */
export type ErrorCode =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "CONFLICT"
  | "INVALID"
  | "LIMITED"
  | "UNAVAILABLE"
  | "DEFECT";

/**
 * The one error that services throw on purpose. `message` is a sentence for the user: what
 * happened and what to do. `field` names the form field it belongs to, `details` carries what a
 * page needs to help (the current version of a conflicting record, the missing fields, ...).
 * Anything else that is thrown is a defect or an outage.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly options: { field?: string; details?: unknown } = {},
  ) {
    super(message);
  }
}

/** The same answer for what does not exist and for what belongs to another team. */
export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", `There is no such ${what} here.`);
}

/** A value the person typed cannot be taken; `field` is the form field's name. */
export function invalid(field: string, message: string): AppError {
  return new AppError("INVALID", message, { field });
}

import type { ReviewStatus } from "../archives/lifecycle";

/** Ends of a request with which whatever else was to be done about it ends too. */
export const SETTLED: readonly ReviewStatus[] = ["closed", "withdrawn"];

/** Whether a request was closed properly or withdrawn; what an archive took back leaves duties. */
export function isSettled(status: ReviewStatus): boolean {
  return SETTLED.includes(status);
}

import { createHash } from "node:crypto";

/** The same UUID for the same words, so that a demo seeded twice is seeded once. */
export function demoId(...words: readonly string[]): string {
  const hex = createHash("sha256")
    .update(["gatebook demo", ...words].join("\n"))
    .digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

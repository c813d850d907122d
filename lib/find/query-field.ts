import { z } from "zod";
import { one } from "../query-part";

/** How much of a query is looked at. */
export const LONGEST_QUERY = 200;

/**
 * What somebody typed: on one line, without the characters that no text holds, cut where nobody
 * would read on. Whatever cannot be read finds nothing.
 */
export const findQuery = z.object({
  q: one
    .transform((text) =>
      text
        .slice(0, 2 * LONGEST_QUERY)
        .toWellFormed()
        .replace(/[\p{Cc}\p{Z}\ufffd]+/gu, " ")
        .trim()
        .slice(0, LONGEST_QUERY)
        .toWellFormed(),
    )
    .catch(""),
});
